import { join } from 'node:path';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { ServeModels, ServingState } from '@shelfwatch/contracts';
import { type Logger, ProblemException } from '@shelfwatch/platform';
import { VisionError } from '@shelfwatch/vision/serving';
import type { LoadModel } from './load-model.js';
import type { ModelInstance } from './model-instance.js';
import { ShadowTally } from './shadow-tally.js';

export interface ServedModelsOptions {
  load: LoadModel;
  /** Folder below which models may be asked for; undefined = only that of the configuration. */
  modelsDir: string | undefined;
  /** Keeps what was asked for over a restart. */
  remember: (request: ServeModels) => Promise<void>;
  logger: Logger;
}

/** The models in memory: the one that answers, and perhaps one that is only compared with it. */
export class ServedModels implements OnApplicationShutdown {
  private shadowed: { model: ModelInstance; tally: ShadowTally } | undefined;
  private changing: Promise<unknown> = Promise.resolve();
  private readonly retiring = new Set<Promise<void>>();

  constructor(
    private current: ModelInstance,
    private readonly options: ServedModelsOptions,
  ) {}

  get live(): ModelInstance {
    return this.current;
  }

  get shadow(): { model: ModelInstance; tally: ShadowTally } | undefined {
    return this.shadowed;
  }

  /** Every model that can be asked for by name. */
  get all(): ModelInstance[] {
    return this.shadowed === undefined ? [this.current] : [this.current, this.shadowed.model];
  }

  /** @param version any when undefined; then the one that answers goes first @throws ProblemException 404 */
  find(name: string, version?: string): ModelInstance {
    const found = this.all.find(
      ({ metadata }) => metadata.name === name && (version ?? metadata.version) === metadata.version,
    );
    if (found !== undefined) return found;
    const known = this.all.map(({ metadata }) => `${metadata.name} (${metadata.version})`).join(', ');
    const what = version === undefined ? `"${name}"` : `"${name}" of version "${version}"`;
    throw new ProblemException(404, 'MODEL_UNKNOWN', `There is no model ${what} here; this server has ${known}.`);
  }

  /**
   * Serves other models: loads and warms what is not in memory, then changes over, then lets the old ones go. When one cannot be loaded, all stays as it is.
   *
   * @throws ProblemException 422 for a model that cannot be served, 503 when it may be at another time
   */
  serve(request: ServeModels): Promise<ServingState> {
    const change = this.changing.then(() => this.change(request));
    this.changing = change.catch(() => undefined);
    return change;
  }

  state(): ServingState {
    return { live: stateOf(this.current), shadow: this.shadowed === undefined ? null : stateOf(this.shadowed.model) };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.changing;
    await Promise.all([...this.all.map((model) => model.retire()), ...this.retiring]);
  }

  private async change(request: ServeModels): Promise<ServingState> {
    const before = this.all;
    const live = await this.open(request.live.folder, before);
    const shadow =
      request.shadow === null
        ? undefined
        : await this.open(request.shadow.folder, [...before, live]).catch((error: unknown) => {
            if (!before.includes(live)) void live.retire();
            throw error;
          });
    const [wanted, given] = [live, shadow ?? live].map(({ metadata }) => metadata.architecture.inputSize);
    if (wanted !== given) {
      for (const model of [live, shadow!]) if (!before.includes(model)) void model.retire();
      throw new ProblemException(
        422,
        'SHADOW_INPUT_DIFFERS',
        `The shadow looks at ${given} pixels and the live model at ${wanted}, so they cannot be shown the same crops. The models that were served still are.`,
      );
    }
    await this.options.remember(request);
    this.current = live;
    if (shadow === undefined || shadow === live) this.shadowed = undefined;
    else if (this.shadowed?.model !== shadow || this.shadowed.tally.against !== live.metadata.version)
      this.shadowed = { model: shadow, tally: new ShadowTally(live.metadata, shadow.metadata) };
    for (const model of before) if (!this.all.includes(model)) this.retire(model);
    return this.state();
  }

  private async open(folder: string, inMemory: readonly ModelInstance[]): Promise<ModelInstance> {
    const { modelsDir, load } = this.options;
    const known = inMemory.find((model) => model.folder === folder);
    if (known !== undefined) return known;
    if (modelsDir === undefined)
      throw new ProblemException(
        422,
        'NO_MODELS_FOLDER',
        'This server serves one model only; set MODELS_DIR to let it serve others.',
      );
    try {
      return await load(join(modelsDir, folder), folder);
    } catch (error) {
      if (!(error instanceof VisionError)) throw error;
      const status = error.retriable ? 503 : 422;
      throw new ProblemException(status, error.code, `${error.message} The models that were served still are.`);
    }
  }

  private retire(model: ModelInstance): void {
    const { version } = model.metadata;
    const gone = model.retire().then(() => this.options.logger.info({ modelVersion: version }, 'the model was let go'));
    this.retiring.add(gone);
    void gone.finally(() => this.retiring.delete(gone));
  }
}

const stateOf = ({ metadata, folder, since, warmUpMs }: ModelInstance): ServingState['live'] => ({
  ...{ name: metadata.name, version: metadata.version, folder: folder ?? null },
  ...{ since: since.toISOString(), warmUpMs },
});
