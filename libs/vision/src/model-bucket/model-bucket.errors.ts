import { VisionError } from '../vision.errors.js';

/** The store of model files cannot be used; the message says which, why, and what to do. */
export class ModelBucketError extends VisionError {
  readonly code = 'MODEL_BUCKET_UNAVAILABLE';
  override readonly retriable = true;
}
