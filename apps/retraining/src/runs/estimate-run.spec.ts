import { recommendedOptions } from '@shelfwatch/vision/training-process';
import { estimateRun, type RunFacts } from './estimate-run.js';

const counts = { train: 10_000, validation: 1_000, test: 1_000 };
const factsOf = (strategy: 'feature-extraction' | 'progressive', more: Partial<RunFacts> = {}): RunFacts => ({
  ...{ backend: 'tfjs-node', inputSize: 224, classes: 200, counts, cores: 2, correction: undefined },
  options: recommendedOptions({ classes: 200, trainPictures: counts.train, kind: 'facings' }, strategy, 224),
  ...more,
});

describe('Estimate of a run', () => {
  it('When all layers learn, then it costs many times what the classifier alone does', () => {
    const [head, all] = [estimateRun(factsOf('feature-extraction')), estimateRun(factsOf('progressive'))];
    expect(all.seconds).toBeGreaterThan(4 * head.seconds);
    expect(head.text).toMatch(/^About \d+ (seconds|minutes) with tfjs-node for 10000 pictures of 200 classes\.$/);
  });

  it('When fine-tuning has WebAssembly alone, then it takes far longer and the text says what helps', () => {
    const [native, wasm] = [
      estimateRun(factsOf('progressive')),
      estimateRun(factsOf('progressive', { backend: 'wasm' })),
    ];
    expect(wasm.seconds).toBeGreaterThan(4 * native.seconds);
    expect(wasm.text).toContain('npm run tfjs-node');
  });

  it('When earlier runs took twice as long as was thought, then so will this one, and it says that this was measured', () => {
    const [typical, measured] = [factsOf('progressive'), factsOf('progressive', { correction: 2 })].map(estimateRun);
    expect(measured!.seconds / typical!.seconds).toBeCloseTo(2, 1);
    expect([typical!.basis, measured!.basis]).toEqual(['typical', 'measured']);
  });

  it('When there are more cores, then it is faster', () => {
    const [two, eight] = [estimateRun(factsOf('progressive')), estimateRun(factsOf('progressive', { cores: 8 }))];
    expect(two.seconds / eight.seconds).toBeCloseTo(4, 1);
  });
});
