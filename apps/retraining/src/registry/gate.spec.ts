import type { JudgedCrop } from '@shelfwatch/vision/training-process';
import { type GateEvidence, judgeGate } from './gate.js';

/** Answers of a model on `support` pictures of each class, of which so many are wrong. */
function answers(wrong: Record<string, number>, options: { support?: number; confidence?: number } = {}): JudgedCrop[] {
  const { support = 20, confidence = 0.99 } = options;
  const labels = Object.keys(wrong);
  return labels.flatMap((actual, at) =>
    Array.from({ length: support }, (_, index) => ({
      ...{ index, actual, confidence },
      answer: index < wrong[actual]! ? labels[(at + 1) % labels.length]! : actual,
    })),
  );
}

function evidence(
  before: JudgedCrop[],
  after: JudgedCrop[],
  golden = { before: [] as JudgedCrop[], after: [] as JudgedCrop[] },
): GateEvidence {
  const shared = new Set(before.map(({ actual }) => actual!));
  return { test: { before, after }, golden, shared, nameOf: (label) => `product ${label}` };
}
const failed = (report: ReturnType<typeof judgeGate>) =>
  report.checks.flatMap(({ check, passed }) => (passed ? [] : [check]));

describe('Gate of a model', () => {
  it('When it is as good as the one before, then it passes, with a reason for every check', () => {
    const same = answers({ tea: 1, milk: 0 });
    const report = judgeGate(evidence(same, same));
    expect(report).toMatchObject({ passed: true, figures: { before: { items: 40, top1: 39 / 40 } } });
    expect(report.checks.every(({ reason }) => reason.length > 20)).toBe(true);
  });

  it('When one class loses too much, then it fails and the reason names the class, even when the whole got better', () => {
    const report = judgeGate(evidence(answers({ tea: 0, milk: 6, oats: 6 }), answers({ tea: 2, milk: 0, oats: 0 })));
    expect(failed(report)).toEqual(['class-recall']);
    expect(report.checks.find(({ check }) => check === 'class-recall')?.reason).toContain(
      'product tea: 100.0 % → 90.0 %',
    );
    expect(report.classes[0]).toMatchObject({ label: 'tea', before: 1, after: 0.9, support: 20 });
  });

  it('When a class has few pictures, then its recall alone does not stop a model, but one class must have enough', () => {
    const [before, after] = [
      answers({ tea: 0, milk: 1 }, { support: 9 }),
      answers({ tea: 1, milk: 0 }, { support: 9 }),
    ];
    expect(failed(judgeGate(evidence(before, after)))).toEqual(['support']);
  });

  it('When macro-F1 falls or calibration gets worse, then it fails', () => {
    expect(failed(judgeGate(evidence(answers({ tea: 0, milk: 0 }), answers({ tea: 1, milk: 1 }))))).toContain(
      'macro-f1',
    );
    const unsure = answers({ tea: 0, milk: 0 }, { confidence: 0.8 });
    expect(failed(judgeGate(evidence(answers({ tea: 0, milk: 0 }), unsure)))).toEqual(['calibration']);
  });

  it('When a golden picture that was right is wrong now, then it fails', () => {
    const good = answers({ tea: 0, milk: 0 });
    const golden = { before: answers({ tea: 0, milk: 0 }), after: answers({ tea: 1, milk: 0 }) };
    expect(failed(judgeGate(evidence(good, good, golden)))).toEqual(['golden-set']);
  });

  it('When there are pictures of a class that the one before did not know, then they are not compared', () => {
    const [old, other] = [answers({ tea: 0, milk: 0 }), answers({ tea: 0, milk: 0, oats: 5 })];
    const report = judgeGate({ ...evidence(old, other), shared: new Set(['tea', 'milk']) });
    expect(report.passed).toBe(true);
    expect(report.classes.map(({ label }) => label).sort()).toEqual(['milk', 'tea']);
  });
});
