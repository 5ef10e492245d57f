import { Skeleton } from '@mantine/core';
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { CalibrationPage } from '../../../../features/calibration/calibration-page';
import { PageHeading } from '../../../../shell/page-heading';

export const metadata: Metadata = { title: 'Calibration' };

export default function CalibrateShelfPage() {
  return (
    <>
      <PageHeading
        title="Calibration"
        about="Four points of a fixture say where all its slots are in a camera’s picture."
      />
      <Suspense fallback={<Skeleton h={560} radius={12} />}>
        <CalibrationPage />
      </Suspense>
    </>
  );
}
