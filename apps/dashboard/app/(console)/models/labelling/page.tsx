import type { Metadata } from 'next';
import { LabellingGrid } from '../../../../features/labelling/labelling-grid';
import { PageHeading } from '../../../../shell/page-heading';

export const metadata: Metadata = { title: 'Labelling' };

export default function Page() {
  return (
    <>
      <PageHeading title="Labelling" about="Crops of this shop that the model was unsure of. A label teaches it." />
      <LabellingGrid />
    </>
  );
}
