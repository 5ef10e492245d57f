import type { Metadata } from 'next';
import { InventoryPage } from '../../../features/inventory/inventory-page';
import { PageHeading } from '../../../shell/page-heading';

export const metadata: Metadata = { title: 'Inventory' };

export default function InventoryListPage() {
  return (
    <>
      <PageHeading title="Inventory" about="What the book says of each product, and when it was counted last." />
      <InventoryPage />
    </>
  );
}
