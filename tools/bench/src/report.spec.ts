import { formatFigures, reportOf } from './report.js';

describe('the benchmark report', () => {
  it('When figures are nested, then people read them indented and rounded', () => {
    expect(
      formatFigures({ top1: 0.98765432, msPerImage: { onnxruntime: 5.1 }, worst: 'lights-off', missing: null }),
    ).toEqual(['top1: 0.98765', 'msPerImage:', '  onnxruntime: 5.1', 'worst: lights-off', 'missing: null']);
  });

  it('When a report is made, then it names bench, commit, seed, machine and figures', () => {
    const report = reportOf('stream', 3, { a: 1 });
    expect(Object.keys(report)).toEqual(['bench', 'commit', 'seed', 'machine', 'figures']);
    expect(report).toMatchObject({ bench: 'stream', seed: 3, figures: { a: 1 } });
  });
});
