import { Skeleton } from '@mantine/core';
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { ClaimsPage } from '../../../../features/claims/claims-page';
import { PageHeading } from '../../../../shell/page-heading';

export const metadata: Metadata = { title: 'Claims report' };

export default function ClaimsReportPage() {
  return (
    <>
      <PageHeading
        title="Claims report"
        about="Whether a change has helped: as many days before and after, with and without it."
      />
      <Suspense fallback={<Skeleton h={320} radius={12} />}>
        <ClaimsPage />
      </Suspense>
    </>
  );
}
