import { DataSetPage } from '../../../../../features/data-sets/data-set-page';

export default async function Page({ params }: { params: Promise<{ dataSet: string }> }) {
  return <DataSetPage dataSet={decodeURIComponent((await params).dataSet)} />;
}
