'use client';
import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FailureNotice } from '../../feedback/failure-notice';
import { type ApiProblem, asApiProblem } from '../../monitoring/api-problem';
import { addExpectedGap } from '../../monitoring/suppression-api';
import { serverNow } from '../../time/server-clock';
import { instantOf, localText } from '../../time/zoned-time';
import { problemAt } from '../inventory/policy-form';
import { useConsole } from '../session/console-context';

const HOUR_MS = 3_600_000;

/** Says when and where gaps are expected. */
export function ExpectGap({ onAdded }: { onAdded: () => void }) {
  const { storeId, timeZone } = useConsole().store;
  const inHours = (hours: number): string => localText(new Date(serverNow() + hours * HOUR_MS), timeZone);
  const [from, setFrom] = useState(() => inHours(0));
  const [to, setTo] = useState(() => inHours(1));
  const [reason, setReason] = useState('');
  const [fixtureId, setFixtureId] = useState('');
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const [startsAt, endsAt] = [instantOf(from, timeZone), instantOf(to, timeZone)];

  async function add(): Promise<void> {
    setBusy(true);
    try {
      const place = fixtureId.trim() === '' ? null : fixtureId.trim();
      const window = { startsAt: startsAt!.toISOString(), endsAt: endsAt!.toISOString() };
      await addExpectedGap(storeId, { ...window, reason, fixtureId: place });
      setProblem(null);
      setReason('');
      onAdded();
    } catch (error) {
      setProblem(asApiProblem(error));
    } finally {
      setBusy(false);
    }
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    void add();
  }
  const errors = problem?.errors ?? [];
  const field = (label: string, value: string, set: (value: string) => void, name: string, type = 'text') => (
    <TextInput
      size="xs"
      flex="1 1 170px"
      type={type}
      label={label}
      value={value}
      error={problemAt(errors, name)}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
  return (
    <form onSubmit={submit}>
      <Group mt="md" gap="sm" align="flex-end">
        {field(`From (time in ${timeZone})`, from, setFrom, 'startsAt', 'datetime-local')}
        {field('To', to, setTo, 'endsAt', 'datetime-local')}
        {field('Reason', reason, setReason, 'reason')}
        {field('Fixture (empty: whole shop)', fixtureId, setFixtureId, 'fixtureId')}
        <Button
          type="submit"
          size="xs"
          loading={busy}
          disabled={startsAt === undefined || endsAt === undefined || reason.trim() === ''}
        >
          Expect gaps
        </Button>
      </Group>
      {problem !== null && errors.length === 0 && <FailureNotice problem={problem} onRetry={() => void add()} />}
    </form>
  );
}
