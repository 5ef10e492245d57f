import { sampleEvent } from './sample-event';
import { whatIsSeen } from './what-is-seen';

describe('whatIsSeen', () => {
  it('When items are missing, then it counts the facings', () => {
    expect(whatIsSeen(sampleEvent())).toBe('0 of 3 facings filled');
    expect(whatIsSeen(sampleEvent({ facings: 1 }))).toBe('0 of 1 facing filled');
  });
  it('When another product stands there, then it is named', () => {
    const foreignProduct = { ...sampleEvent().product, name: 'Black Tea' };
    expect(whatIsSeen(sampleEvent({ kind: 'misplaced', foreignProduct }))).toBe('Black Tea stands here');
  });
});
