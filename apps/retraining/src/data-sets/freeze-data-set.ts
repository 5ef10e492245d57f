import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DataSetVersion, FreezeDataSet as FreezeRequest, FrozenDataSet } from '@shelfwatch/contracts';
import { Database, type DataSetItemEntity, type DataSetVersionEntity } from '@shelfwatch/persistence';
import { ProblemException } from '@shelfwatch/platform';
import { limitPerClass } from './limit-per-class.js';
import { type Side, splitSamples } from './split-samples.js';

/** Makes a version that never changes of what a data set holds now. */
@Injectable()
export class FreezeDataSet {
  constructor(private readonly database: Database) {}

  /** @throws ProblemException 422 with fewer than two classes, a class that has golden samples only, or one to hold out that is not there */
  async freeze(
    dataSet: string,
    { seed, validation, test, holdOut, maxPerClass }: FreezeRequest,
    by: string,
  ): Promise<FrozenDataSet> {
    const all = (await this.database.unit.samples.all(dataSet)).map((sample) => ({ ...sample, label: sample.label! }));
    const heldOut = new Set(holdOut);
    const labels = new Set(all.map(({ label }) => label));
    const taught = all.filter(({ label }) => !heldOut.has(label));
    refuseUnusable(dataSet, labels, heldOut, new Set(taught.filter(({ golden }) => !golden).map(({ label }) => label)));
    const limited = new Set(maxPerClass === undefined ? taught : limitPerClass(taught, maxPerClass, seed));
    const labelled = all.filter((sample) => heldOut.has(sample.label) || limited.has(sample));
    const { sides, dealtBySample } = splitSamples(labelled, { validation, test, seed, holdOut: heldOut });
    const classes = labels.size - heldOut.size;
    const versionId = randomUUID();
    const items = labelled.map((sample, position): DataSetItemEntity => ({
      ...{ versionId, position, sampleId: sample.sampleId, pictureId: sample.pictureId },
      ...{ label: sample.label, name: sample.name, groupKey: sample.groupKey },
      ...{ side: sides[position]!, cameraId: sample.cameraId, luma: sample.luma },
    }));
    const hash = hashOf(items);
    const version = await this.database.transaction(async (unit) => {
      const same = await unit.dataSetVersions.byHash(dataSet, hash);
      if (same !== undefined) return same;
      const newest = (await unit.dataSetVersions.list()).find((it) => it.dataSet === dataSet);
      const made: DataSetVersionEntity = {
        ...{ versionId, dataSet, number: (newest?.number ?? 0) + 1, hash, classes },
        counts: countsOf(sides),
        split: { by: 'group', seed, holdOut: [...heldOut].sort(), maxPerClass: maxPerClass ?? null },
        ...{ createdAt: new Date(), createdBy: by },
      };
      await unit.dataSetVersions.freeze(made, items);
      return made;
    });
    return { version: toDataSetVersion(version), dealtBySample, untested: untestedOf(items) };
  }
}

function refuseUnusable(
  dataSet: string,
  labels: ReadonlySet<string>,
  heldOut: ReadonlySet<string>,
  teachable: ReadonlySet<string>,
): void {
  const missing = [...heldOut].filter((label) => !labels.has(label));
  if (missing.length > 0)
    throw new ProblemException(
      422,
      'CLASS_UNKNOWN',
      `The data set ${dataSet} has no samples of ${missing.join(', ')}; such classes cannot be held out.`,
    );
  const goldenOnly = [...labels].filter((label) => !heldOut.has(label) && !teachable.has(label));
  if (goldenOnly.length > 0)
    throw new ProblemException(
      422,
      'CLASS_ONLY_GOLDEN',
      `All samples of ${goldenOnly.join(', ')} are golden, so that nothing is left to teach them; add others, or hold them out.`,
    );
  const classes = labels.size - heldOut.size;
  if (classes < 2)
    throw new ProblemException(
      422,
      'TOO_FEW_CLASSES',
      `The data set ${dataSet} has ${classes} class(es) to teach; a model needs two at least.`,
    );
}

/** Classes that are taught and have no sample on the test side. */
function untestedOf(items: readonly DataSetItemEntity[]): string[] {
  const labelsOn = (sides: readonly Side[]) =>
    new Set(items.filter(({ side }) => sides.includes(side)).map(({ label }) => label));
  const tested = labelsOn(['test']);
  return [...labelsOn(['train', 'validation', 'golden'])].filter((label) => !tested.has(label)).sort();
}

/** Over what a model can learn from it: pictures, labels, groups and sides. */
const hashOf = (items: readonly DataSetItemEntity[]): string =>
  createHash('sha256')
    .update(JSON.stringify(items.map(({ pictureId, label, groupKey, side }) => [pictureId, label, groupKey, side])))
    .digest('hex');

const countsOf = (sides: readonly Side[]): DataSetVersion['counts'] => {
  const count = (side: Side) => sides.filter((it) => it === side).length;
  return {
    ...{ train: count('train'), validation: count('validation'), test: count('test') },
    ...{ golden: count('golden'), unknown: count('unknown') },
  };
};

export const toDataSetVersion = ({ createdAt, ...version }: DataSetVersionEntity): DataSetVersion => ({
  ...version,
  createdAt: createdAt.toISOString(),
});
