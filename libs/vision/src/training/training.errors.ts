import { VisionError } from '../vision.errors.js';

/** The run was told to stop; its checkpoint is on disk, and the same call goes on from there. */
export class TrainingCancelledError extends VisionError {
  readonly code = 'TRAINING_CANCELLED';
  override readonly retriable = true;

  constructor() {
    super('Training was stopped. Start it again with the same settings to go on from its checkpoint.');
  }
}

/** The loss is no number any more: nothing that follows would help. */
export class TrainingDivergedError extends VisionError {
  readonly code = 'TRAINING_DIVERGED';

  constructor(
    readonly stage: string,
    readonly step: number,
  ) {
    super(`Training diverged in stage "${stage}" at step ${step}: lower the learning rate and start again.`);
  }
}
