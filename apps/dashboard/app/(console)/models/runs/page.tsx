import type { Metadata } from 'next';
import { RunList } from '../../../../features/runs/run-list';
import { PageHeading } from '../../../../shell/page-heading';

export const metadata: Metadata = { title: 'Training' };

export default function Page() {
  return (
    <>
      <PageHeading
        title="Training"
        about="Teach a model the products of a frozen data set, and follow how it learns."
      />
      <RunList />
    </>
  );
}
