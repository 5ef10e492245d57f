import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type ModelVersionEntity } from '@shelfwatch/persistence';
import type { StoredModel } from './model-store.js';

/** Where a model came from, beside what its metadata says. */
export interface ModelOrigin {
  by: string;
  /** One sentence for the history. */
  reason: string;
  dataSetVersionId?: string;
  parentVersion?: string | undefined;
  runId?: string;
}

/** Enters a model of the store into the registry, once. */
@Injectable()
export class RegisterModel {
  constructor(private readonly database: Database) {}

  /** @returns whether it was new; then it is a candidate */
  async register(model: StoredModel, origin: ModelOrigin, state: 'candidate' | 'live' = 'candidate'): Promise<boolean> {
    return this.database.transaction(async ({ models }) => {
      await models.openPeriods({ lock: true });
      const entity = toEntity(model, origin);
      if (!(await models.add(entity))) return false;
      await models.change({
        ...{ periodId: randomUUID(), version: entity.version, state },
        ...{ startedAt: new Date(), endedAt: null, actor: origin.by, reason: origin.reason },
      });
      return true;
    });
  }
}

function toEntity({ folder, metadata }: StoredModel, origin: ModelOrigin): ModelVersionEntity {
  const { version, name, labels, architecture, metrics, dataSetHash, codeVersion, createdAt } = metadata;
  return {
    ...{ version, name, folder, classes: labels.length, architecture, metrics, dataSetHash, codeVersion },
    dataSetVersionId: origin.dataSetVersionId ?? null,
    ...{ parentVersion: origin.parentVersion ?? null, runId: origin.runId ?? null },
    ...{ createdAt: new Date(createdAt), createdBy: origin.by },
  };
}
