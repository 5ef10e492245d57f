/** Everything from one place of a grid to another, either way round. */
export const between = <T>(items: readonly T[], from: number, to: number): T[] =>
  items.slice(Math.max(0, Math.min(from, to)), Math.max(from, to) + 1);

/** What something is done to: all that is chosen when the one that has the focus is among it, else that one. */
export const targetsOf = (chosen: ReadonlySet<string>, focused: string): string[] =>
  chosen.has(focused) ? [...chosen] : [focused];

/** With one more, or without it. */
export function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(chosen);
  if (!after.delete(id)) after.add(id);
  return after;
}

/** The first place behind the last of the targets that is still open; else any open one, else where one is. */
export function nextOpen(ids: readonly string[], targets: readonly string[], isDone: (id: string) => boolean): number {
  const last = Math.max(...targets.map((id) => ids.indexOf(id)));
  const isOpen = (id: string): boolean => !isDone(id) && !targets.includes(id);
  const behind = ids.findIndex((id, place) => place > last && isOpen(id));
  const any = behind >= 0 ? behind : ids.findIndex(isOpen);
  return any >= 0 ? any : Math.max(0, last);
}
