/** Model folders in an S3-compatible store. Apart from serving, so that only who uses a bucket loads its client. */
export * from './model-bucket/model-bucket.js';
export * from './model-bucket/model-bucket.errors.js';
export * from './model-bucket/model-bucket-settings.js';
