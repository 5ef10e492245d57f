import type { Metadata } from 'next';
import { StorePolicyPage } from '../../../../features/inventory/store-policy-page';
import { PageHeading } from '../../../../shell/page-heading';

export const metadata: Metadata = { title: 'Replenishment' };

export default function ReplenishmentPage() {
  return (
    <>
      <PageHeading title="Replenishment" about="Holds for every product that has no choice of its own." />
      <StorePolicyPage />
    </>
  );
}
