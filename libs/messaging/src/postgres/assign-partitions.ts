/**
 * Which partitions of a topic a member consumes: dealt out in turn to the members in order of their numbers. Every member computes the same from the same list.
 *
 * @param members numbers of all living members, any order
 */
export function assignPartitions(partitions: number, members: readonly number[], member: number): number[] {
  const ordered = [...members].sort((a, b) => a - b);
  const turn = ordered.indexOf(member);
  if (turn < 0) return [];
  return Array.from({ length: partitions }, (_, partition) => partition).filter(
    (partition) => partition % ordered.length === turn,
  );
}
