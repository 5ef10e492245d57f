import { Skeleton } from '@mantine/core';
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { ReplayPage } from '../../../../features/replay/replay-page';
import { PageHeading } from '../../../../shell/page-heading';

export const metadata: Metadata = { title: 'Replay' };

export default function ReplayWhatIfPage() {
  return (
    <>
      <PageHeading
        title="Replay"
        about="What other settings would have made of what the cameras saw. Nothing live is changed."
      />
      <Suspense fallback={<Skeleton h={320} radius={12} />}>
        <ReplayPage />
      </Suspense>
    </>
  );
}
