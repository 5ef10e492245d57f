import type { Metadata } from 'next';
import { ModelList } from '../../../features/models/model-list';
import { PageHeading } from '../../../shell/page-heading';

export const metadata: Metadata = { title: 'Models' };

export default function Page() {
  return (
    <>
      <PageHeading
        title="Models"
        about="What recognises the products: what is live, what waits, and what was live when."
      />
      <ModelList />
    </>
  );
}
