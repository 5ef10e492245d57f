import { answer, answerEach, NO_ANSWERS, undo } from './draft-answers';

describe('Answers that were not sent yet', () => {
  it('When several crops are answered at once and one again, then the last word counts', () => {
    const draft = answer(answer(NO_ANSWERS, ['a', 'b'], 'tea'), ['b'], null);
    expect([...draft.now]).toEqual([
      ['a', 'tea'],
      ['b', null],
    ]);
  });

  it('When steps are taken back, then each brings what was before, and there is nothing before the first', () => {
    const draft = answer(answer(NO_ANSWERS, ['a', 'b'], 'tea'), ['b'], null);
    expect([...undo(draft).now]).toEqual([
      ['a', 'tea'],
      ['b', 'tea'],
    ]);
    expect(undo(undo(undo(draft)))).toEqual(NO_ANSWERS);
  });

  it('When several are confirmed at once, then it is one step; nothing to confirm is none', () => {
    const draft = answerEach(NO_ANSWERS, [
      ['a', 'tea'],
      ['b', 'jam'],
    ]);
    expect(undo(draft)).toEqual(NO_ANSWERS);
    expect(answerEach(draft, [])).toBe(draft);
  });
});
