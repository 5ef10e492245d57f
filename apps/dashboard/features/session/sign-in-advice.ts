import type { ApiProblem } from '../../monitoring/api-problem';

/** What to tell a person who could not sign in. Never says which of the two was wrong. */
export function signInAdvice(problem: ApiProblem): { title: string; advice: string } {
  if (problem.status === 401 || problem.status === 403) {
    return {
      title: 'E-mail or password is wrong',
      advice:
        'Check both and try again. The first administrator’s credentials were printed when the platform was started.',
    };
  }
  if (problem.status === 429) {
    return { title: 'Too many attempts', advice: problem.detail || 'Wait a minute, then try again.' };
  }
  if (problem.status === 400) {
    return { title: 'This cannot be an account', advice: 'Enter an e-mail address and a password.' };
  }
  if (problem.status >= 500) {
    return { title: problem.title, advice: 'It may still be starting. Try again in a few seconds.' };
  }
  return { title: problem.title, advice: problem.detail };
}
