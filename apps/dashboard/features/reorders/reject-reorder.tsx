'use client';
import { Button, Popover, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import type { Reorder } from '../../monitoring/types';

/** Rejecting asks why: whoever looks at the history later wants to know. */
export function RejectReorder(props: { reorder: Reorder; busy: boolean; onReject: (reason: string) => void }) {
  const { reorder, busy, onReject } = props;
  const [opened, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState('');
  function submit(event: FormEvent): void {
    event.preventDefault();
    close();
    onReject(reason.trim());
  }
  return (
    <Popover opened={opened} onClose={close} position="bottom-end" trapFocus withArrow shadow="md" width={280}>
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          loading={busy}
          onClick={open}
          aria-label={`Reject the order of ${reorder.product.name}`}
        >
          Reject
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit}>
          <Stack gap="xs">
            <TextInput
              label="Why not order it?"
              placeholder="For example: delisted next week"
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              maxLength={500}
              required
              data-autofocus
            />
            <Button type="submit" size="xs" color="red" disabled={reason.trim() === ''}>
              Reject this order
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
