import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GateReport } from '@shelfwatch/contracts';
import { Database, type DataSetVersionEntity, type ModelVersionEntity } from '@shelfwatch/persistence';
import { ProblemException } from '@shelfwatch/platform';
import { readModelMetadata } from '@shelfwatch/vision/serving';
import { judgeModelFolder, type JudgedCrop, openCropDataSet } from '@shelfwatch/vision/training-process';
import type { WriteCropFolder } from '../data-sets/write-crop-folder.js';
import { judgeGate } from './gate.js';
import type { ModelStore } from './model-store.js';

/** Side of the crops that models are compared on; each model shrinks them to its own input. */
export const COMPARISON_CROP_SIZE = 224;

type OnProgress = (done: number, total: number) => void;

/** Compares two models on the same pictures, which neither was meant to learn from: the test side and the golden set of a frozen data set. */
export class CompareModels {
  constructor(
    private readonly database: Database,
    private readonly store: ModelStore,
    private readonly crops: WriteCropFolder,
    private readonly cacheDir: string,
  ) {}

  /**
   * The gate of `version` against another one, by default the one that is live.
   *
   * @throws ProblemException 404 for an unknown version, 422 when there is no frozen data set to compare on
   */
  async gate(version: string, against?: string, onProgress: OnProgress = () => {}): Promise<GateReport> {
    const after = await this.find(version);
    const before = against === undefined ? await this.live() : await this.find(against);
    if (before === undefined || before.version === version) return nothingToCompare(version);
    const dataSet = await this.commonDataSet(after, before);
    const { folder, split } = await this.crops.write(dataSet.versionId, COMPARISON_CROP_SIZE);
    const golden = split.golden ?? [];
    const indexes = [...split.test, ...golden];
    const half = (part: 0 | 1) => (done: number, total: number) => onProgress(done + part * total, 2 * total);
    const judgedAfter = await this.judged(after, dataSet, { folder, indexes }, half(0));
    const judgedBefore = await this.judged(before, dataSet, { folder, indexes }, half(1));
    const isGolden = new Set(golden);
    const side = (wanted: boolean) => {
      const of = (judged: readonly JudgedCrop[]) => judged.filter(({ index }) => isGolden.has(index) === wanted);
      return { before: of(judgedBefore), after: of(judgedAfter) };
    };
    const [known, other] = await Promise.all(
      [after, before].map(async (model) => (await readModelMetadata(this.store.pathOf(model.folder))).labels),
    );
    const names = new Map(known!.map(({ label, name }) => [label, name]));
    const report = judgeGate({
      ...{ test: side(false), golden: side(true) },
      shared: new Set(other!.flatMap(({ label }) => (names.has(label) ? [label] : []))),
      nameOf: (label) => names.get(label) ?? label,
    });
    return { version, against: before.version, ...report };
  }

  private async find(version: string): Promise<ModelVersionEntity> {
    const found = await this.database.unit.models.find(version);
    if (found !== undefined) return found;
    throw new ProblemException(404, 'MODEL_UNKNOWN', `The registry has no model ${version}.`);
  }

  private async live(): Promise<ModelVersionEntity | undefined> {
    return (await this.database.unit.models.list()).find(({ state }) => state === 'live');
  }

  /** What the newer one was trained on; else what the other was; else the newest there is. */
  private async commonDataSet(after: ModelVersionEntity, before: ModelVersionEntity): Promise<DataSetVersionEntity> {
    const { dataSetVersions } = this.database.unit;
    for (const { dataSetVersionId } of [after, before]) {
      const found = dataSetVersionId === null ? undefined : await dataSetVersions.find(dataSetVersionId);
      if (found !== undefined) return found;
    }
    const newest = (await dataSetVersions.list()).sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())[0];
    if (newest !== undefined) return newest;
    throw new ProblemException(
      422,
      'NOTHING_TO_COMPARE_ON',
      'There is no frozen data set to compare the models on. Import labelled pictures of the shop, freeze them and try again, or override with a reason.',
    );
  }

  /** Kept on disk: a model's answers about a frozen data set never change. */
  private async judged(
    { version, folder: model }: ModelVersionEntity,
    dataSet: DataSetVersionEntity,
    crops: { folder: string; indexes: number[] },
    onProgress: OnProgress,
  ): Promise<JudgedCrop[]> {
    const path = join(this.cacheDir, version, `${dataSet.versionId}.json`);
    const kept = await readFile(path, 'utf8').catch(() => undefined);
    if (kept !== undefined) return JSON.parse(kept) as JudgedCrop[];
    const opened = openCropDataSet(crops.folder);
    try {
      const { judged } = await judgeModelFolder(this.store.pathOf(model), opened, crops.indexes, {
        onCrops: onProgress,
      });
      await mkdir(join(this.cacheDir, version), { recursive: true });
      await writeFile(`${path}.part`, JSON.stringify(judged));
      await rename(`${path}.part`, path);
      return judged;
    } finally {
      opened.close();
    }
  }
}

const nothingToCompare = (version: string): GateReport => ({
  ...{ version, against: null, passed: true, figures: null, classes: [] },
  checks: [{ check: 'support', passed: true, reason: 'No other model is live; there is nothing to compare with.' }],
});
