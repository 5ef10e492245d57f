import { z } from 'zod';
import { modelBucketOf, modelBucketSettings } from './model-bucket-settings.js';

const settings = (values: Record<string, string>) => z.object(modelBucketSettings).parse(values);

describe('Settings of the bucket for models', () => {
  it('When no bucket is named, then there is none', () => {
    expect(modelBucketOf(settings({ MODELS_S3_ACCESS_KEY_ID: 'id' }))).toBeUndefined();
  });

  it('When one of the two keys is missing, then it says so instead of asking with others', () => {
    const one = settings({ MODELS_S3_BUCKET: 'models', MODELS_S3_SECRET_ACCESS_KEY: 'secret' });
    expect(() => modelBucketOf(one)).toThrow('MODELS_S3_ACCESS_KEY_ID');
  });

  it('When a prefix begins with a slash or an address is none, then it is refused', () => {
    expect(() => settings({ MODELS_S3_PREFIX: '/models/' })).toThrow('slash');
    expect(() => settings({ MODELS_S3_ENDPOINT: 'minio' })).toThrow('address');
  });
});
