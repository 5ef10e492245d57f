import { randomUUID } from 'node:crypto';
import type { PromoteModel as Promotion, ServeModels } from '@shelfwatch/contracts';
import type { Database, ModelNow } from '@shelfwatch/persistence';
import { type Logger, ProblemException } from '@shelfwatch/platform';
import type { CompareModels } from './compare-models.js';
import type { InferenceClient } from './inference.client.js';

type State = ModelNow['state'];
/** What a model becomes. */
interface Change {
  version: string;
  state: State;
  reason: string;
}

/** Changes what is live and what is the shadow: inference first, which keeps the former models until the new ones are warm; then the registry. */
export class PromoteModel {
  private changing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly inference: InferenceClient,
    private readonly compare: CompareModels,
    private readonly log: Logger,
  ) {}

  /** @throws ProblemException 404, 409 when the gate does not pass or it is that already, 422 or 503 by inference */
  promote(version: string, { to, override }: Promotion, by: string): Promise<void> {
    return this.inTurn(async () => {
      const models = await this.database.unit.models.list();
      const model = find(models, version);
      if (model.state === to) throw new ProblemException(409, 'MODEL_STATE', `${version} is ${to} already.`);
      if (to === 'shadow') return this.toShadow(models, model, by);
      if (override === undefined) await this.passGate(version);
      const reason = override === undefined ? 'the gate was passed' : `the gate was overridden: ${override.reason}`;
      await this.toLive(models, model, by, reason);
    });
  }

  /** What was live before is live again, without a gate: it is the way out. @throws ProblemException 409 when there was nothing before */
  rollBack(reason: string, by: string): Promise<void> {
    return this.inTurn(async () => {
      const models = await this.database.unit.models.list();
      const live = models.find(({ state }) => state === 'live');
      const periods = await this.database.unit.models.history();
      const earlier = periods.filter(({ state, version }) => state === 'live' && version !== live?.version).at(-1);
      const former = models.find(({ version }) => version === earlier?.version);
      if (former === undefined)
        throw new ProblemException(
          409,
          'NO_FORMER_MODEL',
          'No other model has been live; there is nothing to go back to.',
        );
      await this.toLive(models, former, by, `rolled back: ${reason}`);
    });
  }

  /** Takes a candidate or the shadow out of use. @throws ProblemException 404, 409 for the one that is live */
  retire(version: string, reason: string, by: string): Promise<void> {
    return this.inTurn(async () => {
      const models = await this.database.unit.models.list();
      const model = find(models, version);
      if (model.state === 'live')
        throw new ProblemException(409, 'MODEL_STATE', `${version} is live; promote another one or roll back first.`);
      if (model.state === 'shadow') await this.inference.serve(servingOf(find(models, liveOf(models).version), null));
      await this.record([{ version, state: 'retired', reason }], by);
    });
  }

  private async toShadow(models: readonly ModelNow[], model: ModelNow, by: string): Promise<void> {
    const former = models.find(({ state }) => state === 'shadow');
    await this.inference.serve(servingOf(liveOf(models), model));
    await this.record(
      [
        ...(former
          ? [{ version: former.version, state: 'candidate' as const, reason: `${model.version} is the shadow now` }]
          : []),
        { version: model.version, state: 'shadow', reason: 'to be compared with what is live' },
      ],
      by,
    );
  }

  private async toLive(models: readonly ModelNow[], model: ModelNow, by: string, reason: string): Promise<void> {
    const former = models.find(({ state }) => state === 'live');
    const beside = models.find(({ state, version }) => state === 'shadow' && version !== model.version);
    // Crops are cut for the live model: a shadow that looks at other pixels cannot be shown them.
    const fits = beside?.architecture.inputSize === model.architecture.inputSize;
    await this.inference.serve(servingOf(model, beside !== undefined && fits ? beside : null));
    const changes: Change[] = [{ version: model.version, state: 'live', reason }];
    if (former) changes.unshift({ version: former.version, state: 'retired', reason: `${model.version} is live now` });
    if (beside && !fits)
      changes.unshift({
        version: beside.version,
        state: 'candidate',
        reason: `it looks at other pixels than ${model.version}`,
      });
    await this.record(changes, by);
    this.log.info({ modelVersion: model.version, former: former?.version, by, reason }, 'another model is live');
  }

  private async passGate(version: string): Promise<void> {
    const { passed, checks } = await this.compare.gate(version);
    if (passed) return;
    const reasons = checks.flatMap((check) => (check.passed ? [] : [check.reason]));
    throw new ProblemException(
      409,
      'GATE_FAILED',
      `The gate keeps ${version} from going live: ${reasons.join(' ')} Teach it more, or override with a reason.`,
    );
  }

  /** One moment for all, so that the history has no gap. */
  private async record(changes: readonly Change[], by: string): Promise<void> {
    await this.database.transaction(async ({ models }) => {
      await models.openPeriods({ lock: true });
      const startedAt = new Date();
      for (const { version, state, reason } of changes)
        await models.change({ periodId: randomUUID(), version, state, startedAt, endedAt: null, actor: by, reason });
    });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.changing.then(work);
    this.changing = done.catch(() => undefined);
    return done;
  }
}

export const servingOf = (live: Pick<ModelNow, 'folder'>, shadow: Pick<ModelNow, 'folder'> | null): ServeModels => ({
  live: { folder: live.folder },
  shadow: shadow === null ? null : { folder: shadow.folder },
});

function find(models: readonly ModelNow[], version: string): ModelNow {
  const found = models.find((model) => model.version === version);
  if (found !== undefined) return found;
  throw new ProblemException(404, 'MODEL_UNKNOWN', `The registry has no model ${version}.`);
}

function liveOf(models: readonly ModelNow[]): ModelNow {
  const live = models.find(({ state }) => state === 'live');
  if (live !== undefined) return live;
  throw new ProblemException(409, 'NOTHING_LIVE', 'No model is live yet; a shadow needs one to be compared with.');
}
