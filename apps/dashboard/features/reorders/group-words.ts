import type { ReorderGroup } from './reorder-groups';

export const GROUP_WORDS: Readonly<Record<ReorderGroup, { label: string; emptyTitle: string; emptyText: string }>> = {
  waiting: {
    label: 'To approve',
    emptyTitle: 'Nothing waits for approval',
    emptyText:
      'An order is proposed when a shelf is empty, the back room has nothing left, nothing is on order, and the stock is at or under its reorder point.',
  },
  'under-way': {
    label: 'Under way',
    emptyTitle: 'Nothing is on its way',
    emptyText: 'Approved orders appear here until the goods have come.',
  },
  done: {
    label: 'Done',
    emptyTitle: 'Nothing is done yet',
    emptyText: 'Orders that were received, refused or cancelled are kept here with their history.',
  },
};
