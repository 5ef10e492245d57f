import { answerWords } from './answer-words';

const said = { at: '2026-03-02T12:00:00.000Z', actor: 'Ann', quantity: null, backroom: null, shelf: null, cause: null };

describe('answerWords', () => {
  it.each([
    [{ answer: 'restocked' as const }, 'Refilled'],
    [{ answer: 'restocked' as const, quantity: 6 }, 'Refilled with 6'],
    [{ answer: 'counted' as const, backroom: 0 }, 'Counted: 0 in the back room'],
    [{ answer: 'counted' as const, backroom: 4, shelf: 2 }, 'Counted: 4 in the back room, 2 on the shelf'],
  ])('When %j was said, then it reads "%s"', (answer, words) => {
    expect(answerWords({ ...said, ...answer })).toBe(words);
  });
});
