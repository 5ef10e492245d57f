import { Injectable } from '@nestjs/common';
import type { DataSetDetail, DataSetSummary } from '@shelfwatch/contracts';
import { type ClassCount, Database } from '@shelfwatch/persistence';
import { ProblemException } from '@shelfwatch/platform';
import { toDataSetVersion } from './freeze-data-set.js';

/** What data sets there are, and what is in them. */
@Injectable()
export class DataSets {
  constructor(private readonly database: Database) {}

  async list(): Promise<DataSetSummary[]> {
    const { samples, dataSetVersions } = this.database.unit;
    const [counts, versions] = await Promise.all([samples.classCounts(), dataSetVersions.list()]);
    const names = [...new Set([...counts, ...versions].map(({ dataSet }) => dataSet))].sort();
    return names.map((name) => {
      const own = counts.filter(({ dataSet }) => dataSet === name);
      return {
        name,
        samples: own.reduce((sum, it) => sum + it.samples, 0),
        classes: own.length,
        versions: versions.filter(({ dataSet }) => dataSet === name).map(toDataSetVersion),
      };
    });
  }

  /** @throws ProblemException 404 */
  async detail(name: string): Promise<DataSetDetail> {
    const summary = (await this.list()).find((it) => it.name === name);
    if (summary === undefined)
      throw new ProblemException(404, 'DATA_SET_UNKNOWN', `There is no data set ${name}; import pictures into it.`);
    const counts: (ClassCount & { dataSet: string })[] = await this.database.unit.samples.classCounts();
    const own = counts.filter(({ dataSet }) => dataSet === name);
    return { ...summary, classList: own.map(({ dataSet: _name, ...rest }) => rest) };
  }
}
