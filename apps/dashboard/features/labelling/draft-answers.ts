/** What was said of each crop and not sent yet: a label, or null for skipped. */
export type Draft = ReadonlyMap<string, string | null>;
export type DraftAnswer = readonly [taskId: string, label: string | null];

/** One more step; the steps before stay, so that each can be taken back. */
export interface DraftHistory {
  now: Draft;
  before: readonly Draft[];
}

export const NO_ANSWERS: DraftHistory = { now: new Map(), before: [] };

/** Answers several crops in one step, each in its own way. Without an answer there is no step. Pure. */
export const answerEach = (history: DraftHistory, answers: readonly DraftAnswer[]): DraftHistory =>
  answers.length === 0
    ? history
    : { now: new Map([...history.now, ...answers]), before: [...history.before, history.now] };

/** Says the same of several crops at once. Pure. */
export const answer = (history: DraftHistory, taskIds: Iterable<string>, label: string | null): DraftHistory =>
  answerEach(
    history,
    [...taskIds].map((taskId) => [taskId, label] as const),
  );

/** Takes the last step back. */
export const undo = ({ now, before }: DraftHistory): DraftHistory => ({
  now: before.at(-1) ?? now,
  before: before.slice(0, -1),
});
