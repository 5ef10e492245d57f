/** For programs and for people. */
export interface Answer {
  data: unknown;
  lines: readonly string[];
}
