import { canFollow, isOpenReorder, nextReorderStates, REORDER_STATES } from './reorder.js';

describe('the life cycle of a reorder', () => {
  it('When all goes well, then each step follows the one before', () => {
    const path = ['PROPOSED', 'APPROVED', 'SENT', 'ACKED', 'SHIPPED', 'RECEIVED', 'CLOSED'] as const;
    for (let step = 1; step < path.length; step++) expect(canFollow(path[step - 1]!, path[step]!)).toBe(true);
  });

  it('When the goods come without a word before, or after the order was given up, then they can be received', () => {
    expect(canFollow('SENT', 'RECEIVED')).toBe(true);
    expect(canFollow('EXPIRED', 'RECEIVED')).toBe(true);
    expect(canFollow('EXPIRED', 'ACKED')).toBe(true);
  });

  it('When a reorder is over, then nothing follows', () => {
    expect([nextReorderStates('CLOSED'), nextReorderStates('CANCELLED')]).toEqual([[], []]);
  });

  it('When nobody approved it, then it cannot be sent', () => {
    expect(canFollow('PROPOSED', 'SENT')).toBe(false);
  });

  it('When a reorder is open, then it can still be ended from every state', () => {
    for (const state of REORDER_STATES.filter(isOpenReorder)) expect(canFollow(state, 'CANCELLED')).toBe(true);
  });

  it('When every state is followed to the end, then all of them can be reached from a proposal', () => {
    const reached = new Set<string>(['PROPOSED']);
    for (const state of reached)
      nextReorderStates(state as (typeof REORDER_STATES)[number]).forEach((next) => reached.add(next));
    expect([...reached].sort()).toEqual([...REORDER_STATES].sort());
  });
});
