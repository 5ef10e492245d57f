import { join } from 'node:path';
import type { FindMislabels as FindRequest, MislabelSuspect } from '@shelfwatch/contracts';
import type { Database } from '@shelfwatch/persistence';
import { parsePictureId, type PictureStore } from '@shelfwatch/pictures';
import { ProblemException } from '@shelfwatch/platform';
import { readModelMetadata } from '@shelfwatch/vision/serving';
import { MislabelSearch, type MislabelSearchRun } from '@shelfwatch/vision/training-process';
import { limitPerClass } from '../data-sets/limit-per-class.js';
import { readSquareCrop } from '../data-sets/read-square-crop.js';

/** Their embeddings and scores fill about half a gigabyte. */
const MOST_SAMPLES = 40_000;

/** Finds samples of a data set whose label is probably wrong, before a model learns them. Of one caller at a time. */
export class FindMislabels {
  constructor(
    private readonly database: Database,
    private readonly pictures: PictureStore,
    /** `modelDir`: folder of the model whose layers are used when no other is asked for. */
    private readonly places: { modelDir: string; modelsDir: string; cacheDir: string },
  ) {}

  /** @throws ProblemException 404 without such a data set or model, 422 when there is nothing to compare */
  async check(dataSet: string, { model }: Pick<FindRequest, 'model'>): Promise<void> {
    await readModelMetadata(this.modelFolder(model)).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new ProblemException(404, 'MODEL_UNKNOWN', `The model cannot be used: ${reason}`);
    });
    const classes = (await this.database.unit.samples.classCounts()).filter((it) => it.dataSet === dataSet);
    refuseWhenTooFew(
      dataSet,
      classes.map(({ samples }) => samples),
    );
  }

  /**
   * @returns how many samples were checked, and the suspect ones, the most suspect first
   * @throws ProblemException as {@link check} does
   */
  async find(
    dataSet: string,
    { model, seed }: FindRequest,
    run: Omit<MislabelSearchRun, 'seed'> = {},
  ): Promise<{ checked: number; suspects: MislabelSuspect[] }> {
    const samples = await this.samplesOf(dataSet, seed);
    const search = new MislabelSearch({
      modelFolder: this.modelFolder(model),
      cacheFolder: this.places.cacheDir,
    });
    try {
      const { checked, suspects } = await search.run(
        samples.map(({ pictureId, label, groupKey }) => ({ pictureId, label, group: groupKey })),
        (place, side) => this.readCrop(samples[place]!.pictureId, side),
        { ...run, seed },
      );
      return {
        checked,
        suspects: suspects.map(({ place, ...suspect }) => ({ sampleId: samples[place]!.sampleId, ...suspect })),
      };
    } finally {
      await search.close();
    }
  }

  private modelFolder(model: string | undefined): string {
    return model === undefined ? this.places.modelDir : join(this.places.modelsDir, model);
  }

  private async samplesOf(dataSet: string, seed: number) {
    const samples = (await this.database.unit.samples.all(dataSet)).map((it) => ({ ...it, label: it.label! }));
    const counts = new Map<string, number>();
    for (const { label } of samples) counts.set(label, (counts.get(label) ?? 0) + 1);
    refuseWhenTooFew(dataSet, [...counts.values()]);
    if (samples.length <= MOST_SAMPLES) return samples;
    return limitPerClass(samples, Math.max(2, Math.floor(MOST_SAMPLES / counts.size)), seed);
  }

  private async readCrop(pictureId: string, side: number): Promise<Uint8Array | undefined> {
    const picture = await this.pictures.get(parsePictureId(pictureId)!);
    return picture === undefined ? undefined : readSquareCrop(picture.bytes, side).catch(() => undefined);
  }
}

/** @param counts samples of each class */
function refuseWhenTooFew(dataSet: string, counts: readonly number[]): void {
  if (counts.length === 0)
    throw new ProblemException(404, 'DATA_SET_UNKNOWN', `There is no data set ${dataSet}; import pictures into it.`);
  if (counts.filter((count) => count > 1).length < 2)
    throw new ProblemException(
      422,
      'TOO_FEW_SAMPLES',
      `Labels are compared with each other: the data set ${dataSet} needs two classes with two pictures each at least.`,
    );
}
