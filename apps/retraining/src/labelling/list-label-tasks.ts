import { Injectable } from '@nestjs/common';
import type { LabelTask, LabelTaskList, LabelTaskQuery } from '@shelfwatch/contracts';
import { Database, type LabelTaskEntity } from '@shelfwatch/persistence';

/** Names of classes that are no products. */
const SPECIAL_NAMES: Readonly<Record<string, string>> = { empty: 'nothing there', occluded: 'something in front' };

/** What people are asked to label. */
@Injectable()
export class ListLabelTasks {
  constructor(private readonly database: Database) {}

  async list({ storeId, reason, state, limit }: LabelTaskQuery): Promise<LabelTaskList> {
    const { labelTasks } = this.database.unit;
    const filter = { ...(storeId === undefined ? {} : { storeId }), ...(reason === undefined ? {} : { reason }) };
    const [tasks, waiting] = await Promise.all([
      labelTasks.page(state, filter, limit),
      labelTasks.count('waiting', filter),
    ]);
    const labels = tasks.flatMap(({ expectedLabel, predictedLabel }) => [expectedLabel, predictedLabel ?? []].flat());
    const names = await this.namesOf(new Set(labels));
    return { tasks: tasks.map((task) => describe(task, (label) => names.get(label) ?? label)), waiting };
  }

  private async namesOf(labels: ReadonlySet<string>): Promise<Map<string, string>> {
    const names = new Map(Object.entries(SPECIAL_NAMES));
    for (const { gtin, name } of await this.database.unit.shops.products([...labels])) names.set(gtin, name);
    // The model may know products that the shops do not sell any more.
    for (const label of labels)
      if (!names.has(label)) names.set(label, (await this.database.unit.samples.nameOf(label)) ?? label);
    return names;
  }
}

function describe(task: LabelTaskEntity, nameOf: (label: string) => string): LabelTask {
  const { taskId, state, reason, storeId, cameraId, slotId, facing, modelVersion, label, labelledBy } = task;
  const { expectedLabel, predictedLabel, predictedProbability } = task;
  return {
    ...{ taskId, state, reason, pictureUrl: `/v1/labelling/tasks/${taskId}/picture` },
    ...{ storeId, cameraId, slotId, facing, capturedAt: task.capturedAt.toISOString() },
    expected: { label: expectedLabel, name: nameOf(expectedLabel) },
    predicted:
      predictedLabel === null
        ? null
        : { label: predictedLabel, name: nameOf(predictedLabel), probability: predictedProbability ?? 0 },
    ...{ modelVersion, label, labelledBy },
  };
}
