import { toApiProblem } from '../../monitoring/api-problem';
import { signInAdvice } from './sign-in-advice';

describe('signInAdvice', () => {
  it('When the credentials are wrong, then it does not say which', () => {
    expect(signInAdvice(toApiProblem(401, {})).title).toBe('E-mail or password is wrong');
  });
  it('When there were too many attempts, then it says to wait', () => {
    expect(signInAdvice(toApiProblem(429, {}))).toEqual({
      title: 'Too many attempts',
      advice: 'Wait a minute, then try again.',
    });
  });
  it('When monitoring is away, then it is not the person’s fault', () => {
    const problem = toApiProblem(502, { title: 'The monitoring service does not answer' });
    expect(signInAdvice(problem)).toMatchObject({ title: 'The monitoring service does not answer' });
  });
});
