import type { ReorderState } from '../../monitoring/types';

interface StateWords {
  label: string;
  /** What it means, for someone who does not know the life cycle. */
  meaning: string;
  tone: 'blue' | 'amber' | 'green' | 'red' | 'grey';
}

export const REORDER_STATES: Readonly<Record<ReorderState, StateWords>> = {
  PROPOSED: { label: 'Proposed', meaning: 'Waits for approval', tone: 'amber' },
  APPROVED: { label: 'Approved', meaning: 'Will be sent to the inventory system', tone: 'blue' },
  SENT: { label: 'Sent', meaning: 'Waits for the supplier’s answer', tone: 'blue' },
  ACKED: { label: 'Confirmed', meaning: 'The supplier will deliver', tone: 'blue' },
  CHANGED: { label: 'Changed', meaning: 'The supplier changed quantity or date', tone: 'amber' },
  REJECTED: { label: 'Refused', meaning: 'The supplier will not deliver', tone: 'red' },
  SHIPPED: { label: 'Shipped', meaning: 'On its way', tone: 'blue' },
  PARTLY_RECEIVED: { label: 'Partly received', meaning: 'A part is here, the rest is to come', tone: 'amber' },
  RECEIVED: { label: 'Received', meaning: 'The goods are here', tone: 'green' },
  CLOSED: { label: 'Closed', meaning: 'Done', tone: 'grey' },
  CANCELLED: { label: 'Cancelled', meaning: 'Will not be ordered', tone: 'grey' },
  EXPIRED: { label: 'Expired', meaning: 'Nobody answered in time', tone: 'red' },
  FAILED: { label: 'Failed', meaning: 'Could not be sent', tone: 'red' },
};
