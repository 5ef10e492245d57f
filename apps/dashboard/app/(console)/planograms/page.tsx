import type { Metadata } from 'next';
import { PlanogramPage } from '../../../features/planograms/planogram-page';
import { PageHeading } from '../../../shell/page-heading';

export const metadata: Metadata = { title: 'Planograms' };

export default function PlanogramsPage() {
  return (
    <>
      <PageHeading
        title="Planograms"
        about="Which product stands where, from when, and what a new plan would change."
      />
      <PlanogramPage />
    </>
  );
}
