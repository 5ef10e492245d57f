import { GroupMembership } from './group-membership.js';

describe('GroupMembership', () => {
  it('When the group forms anew, then the message in hand may be finished before joining again', () => {
    const membership = new GroupMembership();
    const error = { type: 'REBALANCE_IN_PROGRESS' };
    membership.heartbeatFailed(error);
    expect(membership.reasonToRejoin).toBe(error);
    expect(membership.signal.aborted).toBe(false);
  });

  it.each(['UNKNOWN_MEMBER_ID', 'ILLEGAL_GENERATION', 'FENCED_INSTANCE_ID'])(
    'When the broker says %s, then the partitions are lost',
    (type) => {
      const membership = new GroupMembership();
      membership.heartbeatFailed({ type });
      expect(membership.signal.aborted).toBe(true);
    },
  );

  it('When only the connection breaks, then nothing changes', () => {
    const membership = new GroupMembership();
    membership.heartbeatFailed(new Error('ECONNRESET'));
    expect(membership.reasonToRejoin).toBeUndefined();
    expect(membership.signal.aborted).toBe(false);
  });
});
