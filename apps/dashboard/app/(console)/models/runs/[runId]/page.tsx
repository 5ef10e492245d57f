import { RunPage } from '../../../../../features/runs/run-page';

export default async function Page({ params }: { params: Promise<{ runId: string }> }) {
  return <RunPage runId={(await params).runId} />;
}
