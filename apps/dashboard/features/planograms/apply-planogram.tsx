'use client';
import { Button, Group, TextInput } from '@mantine/core';
import { IconCalendarEvent, IconCheck, IconRefresh } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { serverNow } from '../../time/server-clock';
import { instantOf, localText } from '../../time/zoned-time';
import { useConsole } from '../session/console-context';

const DAY_MS = 86_400_000;

/** The ways to go on with a file: look again, apply it now, apply it on a day. */
export function ApplyPlanogram(props: {
  /** Without errors, by the last look. */
  isChecked: boolean;
  onCheck: () => void;
  /** @param effectiveFrom ISO 8601; null: at once */
  onApply: (effectiveFrom: string | null) => void;
}) {
  const { isChecked, onCheck, onApply } = props;
  const { timeZone } = useConsole().store;
  const [day, setDay] = useState(() => `${localText(new Date(serverNow() + DAY_MS), timeZone).slice(0, 10)}T05:00`);
  const instant = instantOf(day, timeZone);
  const problem =
    instant === undefined
      ? 'Choose a day and a time.'
      : instant.getTime() <= serverNow()
        ? 'This is over already.'
        : null;
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (problem === null) onApply(instant!.toISOString());
  }
  return (
    <form onSubmit={submit}>
      <Group mt="md" gap="sm" align="flex-end">
        {isChecked && (
          <>
            <Button
              size="xs"
              leftSection={<IconCheck size={15} stroke={2} aria-hidden />}
              onClick={() => onApply(null)}
            >
              Apply now
            </Button>
            <TextInput
              type="datetime-local"
              size="xs"
              label={`From (time in ${timeZone})`}
              value={day}
              error={problem}
              onChange={(event) => setDay(event.currentTarget.value)}
            />
            <Button
              type="submit"
              size="xs"
              variant="default"
              disabled={problem !== null}
              leftSection={<IconCalendarEvent size={15} stroke={1.8} aria-hidden />}
            >
              Apply on this day
            </Button>
          </>
        )}
        <Button
          size="xs"
          variant={isChecked ? 'subtle' : 'default'}
          leftSection={<IconRefresh size={15} stroke={1.8} aria-hidden />}
          onClick={onCheck}
        >
          Check again
        </Button>
      </Group>
    </form>
  );
}
