import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSetVersion, FreezeDataSet, RunDetail, StartRunInput } from '@shelfwatch/contracts';
import { type RetrainingClient, zipFolder } from '@shelfwatch/retrain';
import type { TrainingShootOptions } from '@shelfwatch/shelfsim';
import { exportPictures } from '@shelfwatch/train-demo';

type Progress = (line: string) => void;

/** Shoots pictures of shelves and imports their facings into a data set. @returns how many were added */
export async function importShoot(
  client: RetrainingClient,
  dataSet: string,
  shoot: TrainingShootOptions,
  { wanted, progress }: { wanted?: (label: string) => boolean; progress: Progress },
): Promise<number> {
  const work = await mkdtemp(join(tmpdir(), 'shelfwatch-teach-'));
  try {
    const pictures = join(work, 'pictures');
    const count = await exportPictures(shoot, pictures, { ...(wanted ? { wanted } : {}) });
    progress(`shot ${count} training pictures for ${dataSet}`);
    const zip = join(work, 'pictures.zip');
    await zipFolder(pictures, zip);
    const { state, report, failure } = await client.followImport(await client.importZip(dataSet, zip));
    if (state !== 'succeeded') throw new Error(`The import is ${state}: ${failure?.message}`);
    progress(`imported ${report.added} pictures into ${dataSet}`);
    return report.added;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Freezes a data set and trains on it, to the end. */
export async function freezeAndTrain(
  client: RetrainingClient,
  dataSet: string,
  request: Omit<StartRunInput, 'dataSetVersionId'>,
  { freeze, progress }: { freeze?: Partial<FreezeDataSet>; progress: Progress },
): Promise<{ version: DataSetVersion; run: RunDetail }> {
  const { version } = await client.freeze(dataSet, freeze ?? {});
  const input = { ...request, dataSetVersionId: version.versionId };
  progress((await client.estimate(input)).text);
  const { runId } = await client.startRun(input);
  let shownAt = 0;
  const run = await client.followRun(runId, ({ progress: now }) => {
    if (now === null || Date.now() - shownAt < 15_000) return;
    shownAt = Date.now();
    progress(`${now.stage}: ${(now.done * 100).toFixed(0)} %, ${now.imagesPerSecond.toFixed(0)} pictures/s`);
  });
  if (run.state !== 'succeeded') throw new Error(`The run is ${run.state}: ${run.failure?.message}`);
  for (const { text } of run.log.slice(-2)) progress(text);
  return { version, run };
}
