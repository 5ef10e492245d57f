import { z } from 'zod';
import { ModelBucket } from './model-bucket.js';

/** The variables of a service that say where models are kept beside its folder. */
export const modelBucketSettings = {
  /** Bucket of an S3-compatible store that keeps every model; then MODELS_DIR is a copy of what is used here. */
  MODELS_S3_BUCKET: z.string().min(1).optional(),
  /** Before every key in the bucket. */
  MODELS_S3_PREFIX: z
    .string()
    .regex(/^$|^[^/].*\/$/, 'must end in a slash and not begin with one')
    .default('models/'),
  MODELS_S3_REGION: z.string().min(1).default('us-east-1'),
  /** Address of the store, such as http://127.0.0.1:9000; without it that of Amazon. */
  MODELS_S3_ENDPOINT: z.url('must be an address such as http://127.0.0.1:9000').optional(),
  /** Both, or neither: then the usual places are looked at (environment, profile, the machine's role). */
  MODELS_S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  MODELS_S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
};

export type ModelBucketSettings = z.output<z.ZodObject<typeof modelBucketSettings>>;

/**
 * The bucket of the settings; undefined when there is none.
 *
 * @throws RangeError when only one of the two keys is set
 */
export function modelBucketOf(settings: ModelBucketSettings): ModelBucket | undefined {
  const { MODELS_S3_BUCKET: bucket, MODELS_S3_PREFIX: prefix, MODELS_S3_REGION: region } = settings;
  const { MODELS_S3_ACCESS_KEY_ID: accessKeyId, MODELS_S3_SECRET_ACCESS_KEY: secretAccessKey } = settings;
  if (bucket === undefined) return undefined;
  if ((accessKeyId === undefined) !== (secretAccessKey === undefined))
    throw new RangeError('Set both MODELS_S3_ACCESS_KEY_ID and MODELS_S3_SECRET_ACCESS_KEY, or neither.');
  const credentials =
    accessKeyId === undefined || secretAccessKey === undefined ? undefined : { accessKeyId, secretAccessKey };
  return new ModelBucket({ bucket, prefix, region, endpoint: settings.MODELS_S3_ENDPOINT, credentials });
}
