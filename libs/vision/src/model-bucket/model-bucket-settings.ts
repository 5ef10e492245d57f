import { ModelBucket } from './model-bucket.js';

/** The variables of a service that say where models are kept beside its folder. */
export interface ModelBucketSettings {
  MODELS_S3_BUCKET?: string | undefined;
  MODELS_S3_PREFIX: string;
  MODELS_S3_REGION: string;
  MODELS_S3_ENDPOINT?: string | undefined;
  MODELS_S3_ACCESS_KEY_ID?: string | undefined;
  MODELS_S3_SECRET_ACCESS_KEY?: string | undefined;
}

/** The bucket of the settings; undefined when there is none. */
export function modelBucketOf(settings: ModelBucketSettings): ModelBucket | undefined {
  const { MODELS_S3_BUCKET: bucket, MODELS_S3_PREFIX: prefix, MODELS_S3_REGION: region } = settings;
  const { MODELS_S3_ACCESS_KEY_ID: accessKeyId, MODELS_S3_SECRET_ACCESS_KEY: secretAccessKey } = settings;
  if (bucket === undefined) return undefined;
  const credentials =
    accessKeyId === undefined || secretAccessKey === undefined ? undefined : { accessKeyId, secretAccessKey };
  return new ModelBucket({ bucket, prefix, region, endpoint: settings.MODELS_S3_ENDPOINT, credentials });
}
