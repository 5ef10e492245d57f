'use client';
import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { estimateRun, getDataSets, getRegistry, startRun } from '../../retraining/api';
import type { StartRun } from '../../retraining/types';
import { usePolled } from '../../retraining/use-polled';
import { doAndTell } from '../models/do-and-tell';
import classes from '../models/panel.module.css';

const STRATEGIES = [
  { value: 'feature-extraction', label: 'Classifier only (minutes)' },
  { value: 'fine-tuning', label: 'Upper layers as well' },
  { value: 'progressive', label: 'All layers, step by step (longest)' },
];

/** What to teach, from where, how; and what that will cost before it begins. */
export function StartRunForm({ onStarted }: { onStarted: () => void }) {
  const { data: dataSets } = usePolled('data sets', getDataSets, null);
  const { data: registry } = usePolled('registry', getRegistry, null);
  const versions = (dataSets ?? []).flatMap(({ name, versions: frozen }) =>
    frozen.map(({ versionId, number, classes: count, counts }) => ({
      value: versionId,
      label: `${name}, version ${number}: ${count} classes, ${counts.train} pictures`,
    })),
  );
  const [chosen, setChosen] = useState({ version: '', strategy: 'feature-extraction', start: 'live', name: 'shop' });
  const [busy, setBusy] = useState(false);
  const version = chosen.version || versions[0]?.value;
  const request = {
    ...{ name: chosen.name, dataSetVersionId: version ?? '', start: chosen.start, strategy: chosen.strategy },
  } as StartRun;
  // The name changes no cost: typing one must not ask again with each letter.
  const costing = { ...request, name: 'estimate' };
  const { data: estimate, problem } = usePolled(
    `estimate ${JSON.stringify(costing)}`,
    async (signal) => (version === undefined ? undefined : estimateRun(costing, signal)),
    null,
  );

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    await doAndTell('Training has begun', estimate?.text ?? '', () => startRun(request));
    setBusy(false);
    onStarted();
  }

  const choose = (change: Partial<typeof chosen>) => setChosen((before) => ({ ...before, ...change }));
  return (
    <form className={classes.panel} onSubmit={(event) => void submit(event)} aria-label="Start a run">
      <h2>Train a model</h2>
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label="Data set"
          data={versions.length === 0 ? [{ value: '', label: 'none is frozen yet' }] : versions}
          value={version ?? ''}
          onChange={(event) => choose({ version: event.currentTarget.value })}
        />
        <NativeSelect
          label="What learns"
          data={STRATEGIES}
          value={chosen.strategy}
          onChange={(event) => choose({ strategy: event.currentTarget.value })}
        />
        <NativeSelect
          label="Start from"
          data={[
            { value: 'live', label: 'what is live' },
            ...(registry?.models ?? []).map(({ version: name }) => ({ value: name, label: name })),
          ]}
          value={chosen.start}
          onChange={(event) => choose({ start: event.currentTarget.value })}
        />
        <TextInput
          label="Name"
          value={chosen.name}
          onChange={(event) => choose({ name: event.currentTarget.value })}
          pattern="[A-Za-z0-9][A-Za-z0-9._\-]*"
          maxLength={64}
          required
        />
        <Button
          type="submit"
          loading={busy}
          disabled={version === undefined}
          leftSection={<IconPlayerPlay size={16} stroke={1.8} aria-hidden />}
        >
          Train
        </Button>
      </Group>
      <p className={classes.dim} style={{ marginTop: 8 }} aria-live="polite">
        {problem === null ? (estimate?.text ?? 'Freeze a data set first.') : problem.detail || problem.title}
      </p>
    </form>
  );
}
