'use client';
import { Button, Group, Loader, NativeSelect } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { FailureNotice } from '../../feedback/failure-notice';
import { getGate, getRegistry, promote } from '../../retraining/api';
import type { ModelDetail } from '../../retraining/types';
import { usePolled } from '../../retraining/use-polled';
import { useConsole } from '../session/console-context';
import { mayTeach } from '../session/permissions';
import { AskReason } from './ask-reason';
import { Comparison } from './comparison';
import { doAndTell } from './do-and-tell';
import classes from './panel.module.css';

const SHORTEST_OVERRIDE = 10;

/** Compares with what is live, or another model, on the same pictures; and lets the model go live when that may be. */
export function GatePanel({ model, onChanged }: { model: ModelDetail; onChanged: () => void }) {
  const { version, state } = model;
  const { user } = useConsole();
  const [against, setAgainst] = useState('');
  const [busy, setBusy] = useState<'shadow' | 'live' | null>(null);
  const { data: registry } = usePolled('registry', getRegistry, null);
  const {
    data: gate,
    problem,
    refresh,
  } = usePolled(
    `gate ${version} ${against}`,
    (signal) => getGate(version, against === '' ? undefined : against, signal),
    null,
  );

  async function change(to: 'shadow' | 'live', reason?: string): Promise<void> {
    setBusy(to);
    const done = to === 'live' ? 'It is live' : 'It is the shadow';
    await doAndTell(done, version, () => promote(version, to, reason));
    setBusy(null);
    onChanged();
  }

  const others = registry?.models.filter((other) => other.version !== version) ?? [];
  return (
    <section className={classes.panel} aria-label="Gate">
      <h2>Gate</h2>
      <NativeSelect
        size="xs"
        mb="sm"
        label="Compared with"
        value={against}
        onChange={(event) => setAgainst(event.currentTarget.value)}
        data={[
          { value: '', label: 'what is live' },
          ...others.map((other) => ({ value: other.version, label: `${other.version} (${other.state})` })),
        ]}
      />
      {problem !== null && <FailureNotice problem={problem} onRetry={refresh} />}
      {gate === undefined && problem === null && (
        <Group gap="xs">
          <Loader size="xs" /> <span className={classes.dim}>Asking both models about the same pictures</span>
        </Group>
      )}
      {gate && (
        <>
          <ul className={classes.checks}>
            {gate.checks.map(({ check, passed, reason }) => (
              <li key={check}>
                {passed ? (
                  <IconCheck size={18} className={classes.passed} aria-label="passed" />
                ) : (
                  <IconX size={18} className={classes.failed} aria-label="not passed" />
                )}
                <span>{reason}</span>
              </li>
            ))}
          </ul>
          <Comparison gate={gate} />
        </>
      )}
      {mayTeach(user.role) && state !== 'live' && against === '' && (
        <Group gap="xs" mt="md">
          <Button
            size="xs"
            disabled={gate?.passed !== true}
            loading={busy === 'live'}
            onClick={() => void change('live')}
          >
            Make it live
          </Button>
          {gate?.passed === false && (
            <AskReason
              label="Override the gate"
              question="Why may it go live all the same?"
              confirm="Make it live"
              shortest={SHORTEST_OVERRIDE}
              color="red"
              busy={busy === 'live'}
              onReason={(reason) => void change('live', reason)}
            />
          )}
          {state !== 'shadow' && (
            <Button size="xs" variant="default" loading={busy === 'shadow'} onClick={() => void change('shadow')}>
              Run as shadow
            </Button>
          )}
        </Group>
      )}
    </section>
  );
}
