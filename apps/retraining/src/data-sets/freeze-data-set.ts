import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DataSetVersion, FreezeDataSet as FreezeRequest } from '@shelfwatch/contracts';
import { Database, type DataSetItemEntity, type DataSetVersionEntity } from '@shelfwatch/persistence';
import { ProblemException } from '@shelfwatch/platform';
import { type Side, splitSamples } from './split-samples.js';

/** Makes a version that never changes of what a data set holds now. */
@Injectable()
export class FreezeDataSet {
  constructor(private readonly database: Database) {}

  /** @throws ProblemException 422 with fewer than two classes */
  async freeze(
    dataSet: string,
    { seed, validation, test }: FreezeRequest,
    by: string,
  ): Promise<{ version: DataSetVersion; dealtBySample: string[] }> {
    const samples = await this.database.unit.samples.all(dataSet);
    const labelled = samples.map((sample) => ({ ...sample, label: sample.label! }));
    const classes = new Set(labelled.map(({ label }) => label)).size;
    if (classes < 2)
      throw new ProblemException(
        422,
        'TOO_FEW_CLASSES',
        `The data set ${dataSet} has ${classes} class(es); a model needs two at least.`,
      );
    const { sides, dealtBySample } = splitSamples(labelled, { validation, test }, seed);
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
        split: { by: 'group', seed },
        ...{ createdAt: new Date(), createdBy: by },
      };
      await unit.dataSetVersions.freeze(made, items);
      return made;
    });
    return { version: toDataSetVersion(version), dealtBySample };
  }
}

/** Over what a model can learn from it: pictures, labels, groups and sides. */
const hashOf = (items: readonly DataSetItemEntity[]): string =>
  createHash('sha256')
    .update(JSON.stringify(items.map(({ pictureId, label, groupKey, side }) => [pictureId, label, groupKey, side])))
    .digest('hex');

const countsOf = (sides: readonly Side[]): DataSetVersion['counts'] => {
  const count = (side: Side) => sides.filter((it) => it === side).length;
  return { train: count('train'), validation: count('validation'), test: count('test'), golden: count('golden') };
};

export const toDataSetVersion = ({ createdAt, ...version }: DataSetVersionEntity): DataSetVersion => ({
  ...version,
  createdAt: createdAt.toISOString(),
});
