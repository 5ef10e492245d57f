import { inOrderOfUse } from './model-states';

describe('Order of models', () => {
  it('When there are models of every state, then what is in use comes first, and of equals the newest', () => {
    const model = (state: 'live' | 'shadow' | 'candidate' | 'retired', day: number) => ({
      state,
      createdAt: `2026-05-0${day}`,
    });
    const [old, newer, shadow, live, gone] = [
      ...[model('candidate', 1), model('candidate', 3), model('shadow', 2), model('live', 1), model('retired', 9)],
    ] as const;
    expect(inOrderOfUse([old!, gone!, newer!, shadow!, live!])).toEqual([live, shadow, newer, old, gone]);
  });
});
