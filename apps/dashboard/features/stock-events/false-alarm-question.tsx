'use client';
import { Button, Modal, Stack } from '@mantine/core';
import type { FalseAlarmCause } from '../../monitoring/types';

const CAUSES: readonly { cause: FalseAlarmCause | null; label: string }[] = [
  { cause: 'product-not-recognised', label: 'The product is there and was not recognised' },
  { cause: 'view-blocked', label: 'Something stood in front of it' },
  { cause: 'wrong-place-watched', label: 'The camera looks at another place' },
  { cause: 'planogram-outdated', label: 'Another product belongs there now' },
  { cause: 'refilled-meanwhile', label: 'It was refilled before I came' },
  { cause: null, label: 'I do not know' },
];

/** Asks why the platform was wrong: the next false alarm of the kind can be kept from happening. */
export function FalseAlarmQuestion(props: {
  opened: boolean;
  title: string;
  onClose: () => void;
  onTold: (cause: FalseAlarmCause | null) => void;
}) {
  const { opened, title, onClose, onTold } = props;
  const tell = (cause: FalseAlarmCause | null): void => {
    onClose();
    onTold(cause);
  };
  return (
    <Modal opened={opened} onClose={onClose} title={title} centered>
      <p>Why was it reported? The event is withdrawn with your answer.</p>
      <Stack gap="xs">
        {CAUSES.map(({ cause, label }) => (
          <Button key={label} variant="default" justify="flex-start" onClick={() => tell(cause)}>
            {label}
          </Button>
        ))}
      </Stack>
    </Modal>
  );
}
