import type { SlotInterval, SlotStatus, StockEventKind, TimeSpan } from '@shelfwatch/domain';

/** Something that was wrong with the slot; retracted events are left out before. Milliseconds since 1970. */
export interface SlotCondition extends TimeSpan {
  kind: StockEventKind;
}

const STATUS_OF: Readonly<Record<StockEventKind, SlotStatus>> = {
  'out-of-stock': 'empty',
  misplaced: 'misplaced',
  'low-stock': 'low',
};
/** Where two events of different frames overlap for a moment, the graver one counts. */
const GRAVEST_FIRST: readonly StockEventKind[] = ['out-of-stock', 'misplaced', 'low-stock'];

/**
 * What a slot looked like over a period, from its events: `unknown` while no camera could see it, `stocked` while one
 * could and nothing was wrong. Gapless, in order, covering exactly the period.
 *
 * @param watched for each camera that shows the slot, the times in which it could see
 */
export function slotTimeline(
  slotId: string,
  period: TimeSpan,
  conditions: readonly SlotCondition[],
  watched: readonly (readonly TimeSpan[])[],
): SlotInterval[] {
  const spans = [...conditions, ...watched.flat()];
  const inside = spans.flatMap(({ from, to }) => [from, to]).filter((at) => at > period.from && at < period.to);
  const edges = [...new Set([period.from, ...inside, period.to])].sort((a, b) => a - b);
  const views = watched.flat();
  return edges.slice(1).map((to, index) => {
    const from = edges[index]!;
    const holds = (span: TimeSpan): boolean => span.from <= from && span.to >= to;
    const kind = GRAVEST_FIRST.find((one) =>
      conditions.some((condition) => condition.kind === one && holds(condition)),
    );
    const status = !views.some(holds) ? 'unknown' : kind === undefined ? 'stocked' : STATUS_OF[kind];
    return { slotId, status, from, to };
  });
}

/**
 * The parts of a time in which nothing of the other times was going on.
 *
 * @param without may overlap each other
 */
export function leaveOut(time: TimeSpan, without: readonly TimeSpan[]): TimeSpan[] {
  const left: TimeSpan[] = [];
  let from = time.from;
  for (const gap of [...without].sort((a, b) => a.from - b.from)) {
    if (gap.from > from) left.push({ from, to: Math.min(gap.from, time.to) });
    from = Math.max(from, gap.to);
    if (from >= time.to) break;
  }
  if (from < time.to) left.push({ from, to: time.to });
  return left.filter((span) => span.to > span.from);
}
