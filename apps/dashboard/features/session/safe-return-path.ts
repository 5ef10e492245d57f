/** Where to go after signing in: a page of this console only, so that a link cannot lead elsewhere. */
export function safeReturnPath(wanted: string | null): string {
  return wanted !== null && /^\/(now|shelf|reorders|inventory|planograms|kpis|models)([/?#]|$)/.test(wanted)
    ? wanted
    : '/now';
}
