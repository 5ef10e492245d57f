import { Skeleton } from '@mantine/core';
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { ShelfBoard } from '../../../features/shelf/shelf-board';
import { PageHeading } from '../../../shell/page-heading';

export const metadata: Metadata = { title: 'Shelf' };

export default function ShelfPage() {
  return (
    <>
      <PageHeading title="Shelf" about="What each camera saw last, every slot outlined by its state." />
      <Suspense fallback={<Skeleton h={560} radius={12} />}>
        <ShelfBoard />
      </Suspense>
    </>
  );
}
