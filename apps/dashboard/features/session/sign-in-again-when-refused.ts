import type { ApiProblem } from '../../monitoring/api-problem';

/** The session has ended: sign in again, and come back to where one was. */
export function signInAgainWhenRefused(problem: ApiProblem): void {
  if (problem.status !== 401) return;
  const here = `${window.location.pathname}${window.location.search}`;
  window.location.assign(`/sign-in?next=${encodeURIComponent(here)}`);
}
