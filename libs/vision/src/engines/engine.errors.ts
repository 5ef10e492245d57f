import { VisionError } from '../vision.errors.js';
import type { EngineName } from './inference-engine.js';

/** The runtime is not installed, or not for this machine. */
export class EngineUnavailableError extends VisionError {
  readonly code = 'ENGINE_UNAVAILABLE';

  constructor(
    readonly engine: EngineName,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The engine was asked for something that it cannot do now: no model yet, or a batch of the wrong size. */
export class EngineUseError extends VisionError {
  readonly code = 'ENGINE_MISUSED';
}
