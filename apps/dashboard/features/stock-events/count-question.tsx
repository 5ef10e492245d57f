'use client';
import { Button, Group, Modal, NumberInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';

/** Single items; more than any store holds is a slip of the finger. */
const MOST = 10_000_000;

/** Asks for what somebody has counted. */
export function CountQuestion(props: {
  opened: boolean;
  product: string;
  onClose: () => void;
  onCounted: (figures: { backroom: number; shelf: number | null }) => void;
}) {
  const { opened, product, onClose, onCounted } = props;
  const [backroom, setBackroom] = useState<number | string>('');
  const [shelf, setShelf] = useState<number | string>('');
  function submit(event: FormEvent): void {
    event.preventDefault();
    onClose();
    onCounted({ backroom: Number(backroom), shelf: shelf === '' ? null : Number(shelf) });
  }
  const common = { min: 0, max: MOST, allowDecimal: false, allowNegative: false } as const;
  return (
    <Modal opened={opened} onClose={onClose} title={`Count of ${product}`} centered>
      <form onSubmit={submit}>
        <NumberInput
          {...common}
          data-autofocus
          label="In the back room"
          description="items; 0 when there are none"
          value={backroom}
          onChange={setBackroom}
        />
        <NumberInput
          {...common}
          mt="sm"
          label="On the shelf"
          description="items; empty: not counted"
          value={shelf}
          onChange={setShelf}
        />
        <Group mt="md" justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={backroom === ''}>
            Record the count
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
