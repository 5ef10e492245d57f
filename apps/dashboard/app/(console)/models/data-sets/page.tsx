import type { Metadata } from 'next';
import { DataSetList } from '../../../../features/data-sets/data-set-list';
import { PageHeading } from '../../../../shell/page-heading';

export const metadata: Metadata = { title: 'Data sets' };

export default function Page() {
  return (
    <>
      <PageHeading title="Data sets" about="Labelled pictures: import them, look through them, freeze them." />
      <DataSetList />
    </>
  );
}
