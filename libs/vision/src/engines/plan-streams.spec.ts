import { planStreams } from './plan-streams.js';

const plan = (cores: number, streams = 0, threads = 0): string => {
  const chosen = planStreams('onnxruntime', cores, { streams, threads });
  return `${chosen.streams}×${chosen.threads}`;
};

describe('planStreams', () => {
  it.each([
    [1, '1×1'],
    [2, '2×1'],
    [4, '4×1'],
    [6, '3×2'],
    [8, '4×2'],
    [16, '4×4'],
    [64, '4×16'],
  ])('When there are %d cores, then ONNX Runtime gets %s', (cores, expected) => {
    expect(plan(cores)).toBe(expected);
  });

  it('When streams or threads are asked for, then the other follows, or both are taken as they are', () => {
    expect(plan(8, 2)).toBe('2×4');
    expect(plan(8, 0, 8)).toBe('1×8');
    expect(plan(2, 0, 4)).toBe('1×4');
    expect(plan(2, 3)).toBe('3×1');
    expect(plan(2, 3, 5)).toBe('3×5');
  });

  it('When another engine computes, then it gets one stream unless more are asked for', () => {
    expect(planStreams('tfjs-node-gpu', 8, { streams: 0, threads: 0 })).toEqual({ streams: 1, threads: 0 });
    expect(planStreams('wasm', 8, { streams: 2, threads: 0 })).toEqual({ streams: 2, threads: 0 });
  });
});
