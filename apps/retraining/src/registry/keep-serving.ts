import type { OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import type { Database } from '@shelfwatch/persistence';
import { type Logger, ProblemException } from '@shelfwatch/platform';
import { ModelBucketError } from '@shelfwatch/vision/model-bucket';
import { VisionError } from '@shelfwatch/vision/serving';
import type { InferenceClient } from './inference.client.js';
import type { ModelStore } from './model-store.js';
import { servingOf } from './promote-model.js';
import type { RegisterModel } from './register-model.js';

const EVERY_MS = 20_000;
const BY = 'service';

/** Knows every model of the store, and makes inference serve what the registry says: after a restart, a restored database or a new machine. */
export class KeepServing implements OnModuleInit, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> = Promise.resolve();
  private refused: string | undefined;
  private isExchanged = false;

  constructor(
    /** Model folder that the platform came with. */
    private readonly firstFolder: string,
    private readonly database: Database,
    private readonly store: ModelStore,
    private readonly registry: RegisterModel,
    private readonly inference: InferenceClient,
    private readonly log: Logger,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.registerFirst();
    await this.exchange();
    await this.registerFound();
    this.check();
    this.timer = setInterval(() => this.check(), EVERY_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.turn;
  }

  private check(): void {
    this.turn = this.turn
      .then(async () => {
        if (!this.isExchanged && (await this.exchange())) await this.registerFound();
        await this.reconcile();
      })
      .catch((error: unknown) => this.log.warn({ err: error }, 'could not compare the registry with inference'));
  }

  /** The model that the platform came with is live until another one is. */
  private async registerFirst(): Promise<void> {
    try {
      const model = await this.store.takeIn(this.firstFolder);
      const hasLive = (await this.database.unit.models.openPeriods()).some(({ state }) => state === 'live');
      const origin = { by: BY, reason: 'the platform came with it' };
      await this.registry.register(model, origin, hasLive ? 'candidate' : 'live');
    } catch (error) {
      if (!(error instanceof VisionError)) throw error;
      this.log.error({ err: error }, 'the model that the platform came with cannot be used');
    }
  }

  /** With the bucket of models, when there is one; again and again until it answers. @returns whether it did */
  private async exchange(): Promise<boolean> {
    try {
      for (const { folder, reason } of await this.store.exchange())
        this.log.error({ folder, reason }, 'a model folder could not be exchanged with the bucket');
      this.isExchanged = true;
    } catch (error) {
      if (!(error instanceof ModelBucketError)) throw error;
      this.log.error({ err: error }, 'the bucket of models cannot be used; it is tried again');
    }
    return this.isExchanged;
  }

  private async registerFound(): Promise<void> {
    const { models, unusable } = await this.store.list();
    for (const model of models) await this.registry.register(model, { by: BY, reason: 'found in the model store' });
    for (const { folder, reason } of unusable) this.log.warn({ folder, reason }, 'a model folder cannot be used');
  }

  private async reconcile(): Promise<void> {
    const models = await this.database.unit.models.list();
    const live = models.find(({ state }) => state === 'live');
    const shadow = models.find(({ state }) => state === 'shadow') ?? null;
    const serving = await this.inference.serving();
    if (live === undefined || serving === undefined) return;
    const isSo =
      serving.live.version === live.version && (serving.shadow?.version ?? null) === (shadow?.version ?? null);
    if (isSo) return;
    const wanted = `${live.version} ${shadow?.version ?? ''}`;
    try {
      await this.inference.serve(servingOf(live, shadow));
      this.log.info({ live: live.version, shadow: shadow?.version }, 'inference serves what the registry says');
      this.refused = undefined;
    } catch (error) {
      if (!(error instanceof ProblemException)) throw error;
      if (this.refused !== wanted)
        this.log.error({ err: error, live: live.version }, 'inference does not serve what the registry says');
      this.refused = wanted;
    }
  }
}
