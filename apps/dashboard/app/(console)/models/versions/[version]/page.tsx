import { ModelPage } from '../../../../../features/models/model-page';

export default async function Page({ params }: { params: Promise<{ version: string }> }) {
  return <ModelPage version={decodeURIComponent((await params).version)} />;
}
