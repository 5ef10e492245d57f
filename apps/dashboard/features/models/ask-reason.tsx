'use client';
import { Button, Popover, Stack, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';

/** A button that asks why before it does something; the reason stays in the history. */
export function AskReason(props: {
  label: string;
  question: string;
  confirm: string;
  /** Letters that the reason must have at least. */
  shortest: number;
  color?: string;
  busy: boolean;
  onReason: (reason: string) => void;
}) {
  const { label, question, confirm, shortest, color, busy, onReason } = props;
  const [opened, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState('');
  function submit(event: FormEvent): void {
    event.preventDefault();
    close();
    onReason(reason.trim());
  }
  return (
    <Popover opened={opened} onClose={close} position="bottom-end" trapFocus withArrow shadow="md" width={300}>
      <Popover.Target>
        <Button size="xs" variant="default" loading={busy} onClick={open}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit}>
          <Stack gap="xs">
            <Textarea
              label={question}
              description={`At least ${shortest} letters; it stays in the history.`}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              maxLength={500}
              autosize
              minRows={2}
              required
              data-autofocus
            />
            <Button type="submit" size="xs" color={color ?? 'blue'} disabled={reason.trim().length < shortest}>
              {confirm}
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
