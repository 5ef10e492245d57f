import { topicSettings } from './topic-settings.js';

const settingsOf = (spec: { retentionMs?: number; retentionBytes?: number }): Record<string, string> =>
  Object.fromEntries(topicSettings({ name: 't', partitions: 1, ...spec }).map(({ name, value }) => [name, value]));

describe('topicSettings', () => {
  it('When a topic has no limits, then only room for the largest message is asked for', () => {
    expect(settingsOf({})).toEqual({ 'max.message.bytes': '9437184' });
  });

  it('When a topic has a size limit, then its segments are small enough for it to be kept', () => {
    expect(settingsOf({ retentionMs: 1_000, retentionBytes: 400_000_000 })).toMatchObject({
      'retention.ms': '1000',
      'retention.bytes': '400000000',
      'segment.bytes': '100000000',
    });
  });
});
