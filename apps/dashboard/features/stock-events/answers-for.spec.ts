import { answersFor } from './answers-for';
import { sampleEvent } from './sample-event';

const withRemedy = (remedy: 'RESTOCK_FROM_BACKROOM' | 'COUNT_REQUEST' | 'REORDER') =>
  sampleEvent({
    decision: { decisionId: 'd', remedy, rule: 'r', reason: 'because', inputs: {}, alternatives: [] },
  });

describe('answersFor', () => {
  it('When the shelf is to be refilled, then one can say that it was, or that there is nothing', () => {
    expect(answersFor(withRemedy('RESTOCK_FROM_BACKROOM')).slice(0, 2)).toEqual(['restocked', 'not-found']);
  });
  it('When a count is asked for, then entering it comes first', () => {
    expect(answersFor(withRemedy('COUNT_REQUEST'))[0]).toBe('counted');
  });
  it('When goods are to be ordered, then nobody is asked whether the back room has some', () => {
    expect(answersFor(withRemedy('REORDER'))).not.toContain('not-found');
  });
  it('When another product is in the way, then putting it away is all there is to do', () => {
    expect(answersFor(sampleEvent({ kind: 'misplaced' }))).toEqual(['done']);
  });
});
