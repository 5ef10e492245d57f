import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ModelBucketPlace } from '../model-bucket/model-bucket.js';

/** What is used of s3rver, which has no types of its own. */
type S3rver = new (options: {
  address: string;
  port: number;
  silent: boolean;
  directory: string;
  configureBuckets: { name: string }[];
}) => { run(): Promise<{ port: number }>; close(): Promise<void> };

/** An S3-compatible store on this machine, with one empty bucket. */
export interface S3Store {
  readonly place: ModelBucketPlace & { endpoint: string };
  /** The same as variables of a service. */
  readonly env: Record<string, string>;
  /** The second time it does nothing. */
  stop(): Promise<void>;
}

export async function startS3Store(): Promise<S3Store> {
  const directory = await mkdtemp(join(tmpdir(), 's3-store-'));
  const S3rver = createRequire(import.meta.url)('s3rver') as S3rver;
  const bucket = 'shop';
  const server = new S3rver({
    ...{ address: '127.0.0.1', port: 0, silent: true, directory },
    configureBuckets: [{ name: bucket }],
  });
  const { port } = await server.run();
  let stopped: Promise<void> | undefined;
  const [endpoint, key] = [`http://127.0.0.1:${port}`, 'S3RVER'];
  return {
    place: {
      ...{ bucket, prefix: 'models/', region: 'us-east-1', endpoint },
      credentials: { accessKeyId: key, secretAccessKey: key },
    },
    env: {
      ...{ MODELS_S3_BUCKET: bucket, MODELS_S3_ENDPOINT: endpoint },
      ...{ MODELS_S3_ACCESS_KEY_ID: key, MODELS_S3_SECRET_ACCESS_KEY: key },
    },
    stop: () => (stopped ??= server.close().then(() => rm(directory, { recursive: true, force: true }))),
  };
}
