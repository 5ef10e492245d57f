'use client';
import { SegmentedControl } from '@mantine/core';
import { getLabelCounts } from '../../retraining/api';
import type { LabelReason } from '../../retraining/types';
import { usePolled } from '../../retraining/use-polled';
import { useConsole } from '../session/console-context';
import { LABEL_REASONS } from './label-reasons';
import classes from './labelling.module.css';

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
  return (
    <div className={classes.reasons}>
      <SegmentedControl
        size="xs"
        aria-label="Why it waits"
        value={props.reason ?? 'all'}
        onChange={(value) => props.onChoose(value === 'all' ? undefined : (value as LabelReason))}
        data={[
          { value: 'all', label: `All ${all ?? ''}` },
          ...REASONS.map((reason) => ({ value: reason, label: `${LABEL_REASONS[reason]}${count(reason)}` })),
        ]}
      />
    </div>
  );
}
