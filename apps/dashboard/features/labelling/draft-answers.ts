/** What was said of each crop and not sent yet: a label, or null for skipped. */
export type Draft = ReadonlyMap<string, string | null>;

/** One more step; the steps before stay, so that each can be taken back. */
export interface DraftHistory {
  now: Draft;
  before: readonly Draft[];
}

export const NO_ANSWERS: DraftHistory = { now: new Map(), before: [] };

/** Says the same of several crops at once. Pure. */
export const answer = (
  { now, before }: DraftHistory,
  taskIds: Iterable<string>,
  label: string | null,
): DraftHistory => ({
  now: new Map([...now, ...[...taskIds].map((taskId) => [taskId, label] as const)]),
  before: [...before, now],
});

/** Takes the last step back. */
export const undo = ({ now, before }: DraftHistory): DraftHistory => ({
  now: before.at(-1) ?? now,
  before: before.slice(0, -1),
});
