import type { ModelMetadata } from '../model-folder/model-metadata.js';
import { type EngineChoice, engineCandidates, type Machine } from './choose-engine.js';
import { EngineStreams, type EngineStreamsOptions } from './engine-streams.js';
import { EngineUnavailableError } from './engine.errors.js';
import type { EngineName } from './inference-engine.js';

export interface OpenedEngine {
  engine: EngineStreams;
  metadata: ModelMetadata;
  choice: EngineChoice;
  /** Better engines that did not work, and why; one line each, for the log. */
  passedOver: readonly string[];
}

/**
 * Loads a model into the engine that is asked for, or with `auto` into the best that works: a GPU that is there may still lack
 * its libraries.
 *
 * @throws {ModelFolderError} when the folder is broken
 * @throws {EngineUnavailableError} when the engine asked for, or every one, does not work
 */
export async function openEngine(
  wish: 'auto' | EngineName,
  folder: string,
  options: EngineStreamsOptions = {},
  machine?: Machine,
): Promise<OpenedEngine> {
  const passedOver: string[] = [];
  let lastError: unknown;
  for (const choice of engineCandidates(wish, machine)) {
    const engine = new EngineStreams(choice.name, options);
    try {
      return { engine, metadata: await engine.load(folder), choice, passedOver };
    } catch (error) {
      await engine.dispose();
      if (!(error instanceof EngineUnavailableError)) throw error;
      passedOver.push(error.message);
      lastError = error;
    }
  }
  throw lastError;
}
