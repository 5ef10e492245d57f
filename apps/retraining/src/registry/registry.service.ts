import { Injectable } from '@nestjs/common';
import {
  type EvaluationReport,
  evaluationReport,
  type LiveHistory,
  type RegisteredModel,
  type RegisteredModelDetail,
  type RegisteredModelList,
} from '@shelfwatch/contracts';
import { Database, type ModelNow } from '@shelfwatch/persistence';
import { ProblemException } from '@shelfwatch/platform';
import { EVALUATION_FILE, MODEL_CARD_FILE } from '@shelfwatch/vision/serving';
import { z } from 'zod';
import { InferenceClient } from './inference.client.js';
import { ModelStore } from './model-store.js';

const asJson = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('must be JSON');
    return z.NEVER;
  }
});

/** What models there are, where each came from and what it was when. */
@Injectable()
export class Registry {
  constructor(
    private readonly database: Database,
    private readonly store: ModelStore,
    private readonly inference: InferenceClient,
  ) {}

  async list(): Promise<RegisteredModelList> {
    const [models, { unusable }, serving] = await Promise.all([
      this.database.unit.models.list(),
      this.store.list(),
      this.inference.serving(),
    ]);
    return { models: models.map(toRegisteredModel), unusable, inferenceAnswers: serving !== undefined };
  }

  /** @throws ProblemException 404 */
  async detail(version: string): Promise<RegisteredModelDetail> {
    const model = await this.find(version);
    const [history, modelCard, evaluation] = await Promise.all([
      this.database.unit.models.history(version),
      this.store.readText(model.folder, MODEL_CARD_FILE),
      this.evaluation(version),
    ]);
    return {
      ...toRegisteredModel(model),
      ...{ evaluation, modelCard: modelCard ?? '' },
      history: history.map(({ state, startedAt, endedAt, actor, reason }) => ({
        ...{ state, from: startedAt.toISOString(), to: endedAt?.toISOString() ?? null, by: actor, reason },
      })),
    };
  }

  /** Null for a model that came without one. @throws ProblemException 404 */
  async evaluation(version: string): Promise<EvaluationReport | null> {
    const { folder } = await this.find(version);
    const text = await this.store.readText(folder, EVALUATION_FILE);
    return text === undefined ? null : (asJson.pipe(evaluationReport).safeParse(text).data ?? null);
  }

  async liveHistory(): Promise<LiveHistory> {
    const periods = await this.database.unit.models.history();
    return {
      live: periods
        .filter(({ state }) => state === 'live')
        .map(({ version, startedAt, endedAt, actor }) => ({
          ...{ version, from: startedAt.toISOString(), to: endedAt?.toISOString() ?? null, by: actor },
        })),
    };
  }

  /** @throws ProblemException 404 */
  async find(version: string): Promise<ModelNow> {
    const found = (await this.database.unit.models.list()).find((model) => model.version === version);
    if (found !== undefined) return found;
    throw new ProblemException(404, 'MODEL_UNKNOWN', `The registry has no model ${version}.`);
  }
}

const toRegisteredModel = (model: ModelNow): RegisteredModel => ({
  ...{ version: model.version, name: model.name, state: model.state, classes: model.classes },
  ...{ createdAt: model.createdAt.toISOString(), createdBy: model.createdBy },
  ...{ architecture: model.architecture, metrics: model.metrics },
  lineage: {
    ...{ dataSetHash: model.dataSetHash, dataSetVersionId: model.dataSetVersionId, codeVersion: model.codeVersion },
    ...{ parentVersion: model.parentVersion, runId: model.runId },
  },
});
