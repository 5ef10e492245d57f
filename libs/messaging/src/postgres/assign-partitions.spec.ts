import { assignPartitions } from './assign-partitions.js';

describe('assignPartitions', () => {
  it('When a member is alone, then it has every partition', () => {
    expect(assignPartitions(4, [9], 9)).toEqual([0, 1, 2, 3]);
  });

  it('When there are several members, then each partition has exactly one, whatever the order of the list', () => {
    const members = [30, 10, 20];
    const all = members.flatMap((member) => assignPartitions(8, members, member));
    expect(all.sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('When there are more members than partitions, then some have none', () => {
    expect(assignPartitions(1, [1, 2], 2)).toEqual([]);
  });

  it('When a member is not on the list, then it has none', () => {
    expect(assignPartitions(4, [1], 2)).toEqual([]);
  });
});
