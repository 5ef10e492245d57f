import { SignInLimit } from './sign-in-limit.js';

describe('SignInLimit', () => {
  let now = 0;
  const limit = (): SignInLimit => new SignInLimit(3, 60_000, () => now);
  beforeEach(() => (now = 1_000));

  it('When the failures reach the limit, then the caller waits until the window ends', () => {
    const subject = limit();
    for (let failure = 0; failure < 3; failure += 1) {
      expect(subject.waitSeconds('a')).toBe(0);
      subject.failed('a');
    }
    expect(subject.waitSeconds('a')).toBe(60);
    expect(subject.waitSeconds('b')).toBe(0);
    now += 60_000;
    expect(subject.waitSeconds('a')).toBe(0);
  });

  it('When a sign-in succeeds, then earlier failures are forgotten', () => {
    const subject = limit();
    subject.failed('a');
    subject.failed('a');
    subject.succeeded('a');
    subject.failed('a');
    expect(subject.waitSeconds('a')).toBe(0);
  });
});
