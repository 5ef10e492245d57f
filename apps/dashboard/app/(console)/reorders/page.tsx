import type { Metadata } from 'next';
import { ReorderList } from '../../../features/reorders/reorder-list';
import { PageHeading } from '../../../shell/page-heading';

export const metadata: Metadata = { title: 'Reorders' };

export default function ReordersPage() {
  return (
    <>
      <PageHeading title="Reorders" about="What was triggered by empty shelves, how much, why, and how far it is." />
      <ReorderList />
    </>
  );
}
