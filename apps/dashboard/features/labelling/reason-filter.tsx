'use client';
import { Button, Group } from '@mantine/core';
import { getLabelCounts } from '../../retraining/api';
import type { LabelReason } from '../../retraining/types';
import { usePolled } from '../../retraining/use-polled';
import { useConsole } from '../session/console-context';
import { LABEL_REASONS } from './label-reasons';

const EVERY_MS = 15_000;
const REASONS = Object.keys(LABEL_REASONS) as LabelReason[];

/** Why crops wait, each reason with how many. @param turn makes it count again when it changes */
export function ReasonFilter(props: {
  reason: LabelReason | undefined;
  turn: number;
  onChoose: (reason: LabelReason | undefined) => void;
}) {
  const { storeId } = useConsole().store;
  const { data: counts } = usePolled(
    `label counts ${storeId} ${props.turn}`,
    (signal) => getLabelCounts(storeId, REASONS, signal),
    EVERY_MS,
  );
  const count = (reason: LabelReason): string => (counts === undefined ? '' : ` ${counts[reason]}`);
  const all = counts && REASONS.reduce((sum, reason) => sum + counts[reason], 0);
  const options = [
    { reason: undefined, label: `All ${all ?? ''}` },
    ...REASONS.map((reason) => ({ reason, label: `${LABEL_REASONS[reason]}${count(reason)}` })),
  ];
  return (
    <Group gap={6} role="group" aria-label="Why it waits">
      {options.map(({ reason, label }) => (
        <Button
          key={reason ?? 'all'}
          size="xs"
          variant={reason === props.reason ? 'filled' : 'default'}
          aria-pressed={reason === props.reason}
          onClick={() => props.onChoose(reason)}
        >
          {label}
        </Button>
      ))}
    </Group>
  );
}
