import type { Remedy } from '../../monitoring/types';
import classes from './decision-badge.module.css';
import { REMEDIES } from './remedy';

export function DecisionBadge({ remedy }: { remedy: Remedy }) {
  const { label, icon: Glyph, weight } = REMEDIES[remedy];
  return (
    <span className={classes.badge} data-weight={weight}>
      <Glyph size={15} stroke={1.9} aria-hidden />
      {label}
    </span>
  );
}
