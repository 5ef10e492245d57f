import type { ModelMetadata } from '@shelfwatch/vision/serving';
import { ShadowTally } from './shadow-tally.js';

const model = (version: string, ...labels: string[]) =>
  ({ version, labels: labels.map((label) => ({ label, name: label })) }) as ModelMetadata;

describe('ShadowTally', () => {
  it('When two models order their classes differently, then labels are compared, and differences counted', () => {
    const tally = new ShadowTally(model('a-1', 'tea', 'jam'), model('a-2', 'oil', 'jam', 'tea'));
    expect(tally.report()).toMatchObject({ facings: 0, agreement: 0 });
    tally.add(Float32Array.of(0.9, 0.1, 0.2, 0.8, 0.3, 0.7), Float32Array.of(0, 0, 1, 0.9, 0.1, 0, 1, 0, 0), 3);
    expect(tally.report()).toEqual({
      ...{ version: 'a-2', against: 'a-1', facings: 3, agreement: 1 / 3 },
      disagreements: [{ live: 'jam', shadow: 'oil', count: 2 }],
    });
  });
});
