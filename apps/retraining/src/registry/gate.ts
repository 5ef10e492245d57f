import type { GateReport } from '@shelfwatch/contracts';
import { calibrationErrorOf, type JudgedCrop } from '@shelfwatch/vision/training-process';

type GateCheck = GateReport['checks'][number];
type GateFigures = NonNullable<GateReport['figures']>['before'];
type ClassChange = GateReport['classes'][number];

/** How much worse a new model may be than the one before, on the same pictures. */
export interface GateLimits {
  /** Pictures that a class needs before its recall says something. */
  minSupport: number;
  /** Recall that such a class may lose, 0..1. */
  recallMargin: number;
  /** Macro-F1 that may be lost, 0..1. */
  macroF1Margin: number;
  /** By how much the expected calibration error may grow, 0..1. */
  calibrationMargin: number;
  /** Top-1 on the golden set that may be lost, 0..1. */
  goldenMargin: number;
}

export const GATE_LIMITS: GateLimits = {
  minSupport: 10,
  recallMargin: 0.05,
  macroF1Margin: 0.005,
  calibrationMargin: 0.01,
  goldenMargin: 0,
};

/** What both models say of the same pictures, in the same order. */
export interface Compared {
  before: readonly JudgedCrop[];
  after: readonly JudgedCrop[];
}

/** The evidence of a gate: pictures that neither learnt from, and the golden ones. */
export interface GateEvidence {
  test: Compared;
  golden: Compared;
  /** Labels that both models have. Only they are compared: a model cannot lose what it never knew. */
  shared: ReadonlySet<string>;
  nameOf: (label: string) => string;
}

/** Whether a model may go live, and why. Pure. */
export function judgeGate(
  evidence: GateEvidence,
  limits: GateLimits = GATE_LIMITS,
): Omit<GateReport, 'version' | 'against'> {
  const test = onShared(evidence.test, evidence.shared);
  const golden = onShared(evidence.golden, evidence.shared);
  const [before, after] = [figuresOf(test.before), figuresOf(test.after)];
  const classes = classChanges(test, evidence.nameOf);
  const checks = [
    enoughPictures(classes, limits),
    noClassLoses(classes, limits),
    notWorse('macro-f1', 'Macro-F1', before.macroF1 - after.macroF1, limits.macroF1Margin, [
      before.macroF1,
      after.macroF1,
    ]),
    notWorse('calibration', 'The calibration error', after.ece - before.ece, limits.calibrationMargin, [
      before.ece,
      after.ece,
    ]),
    goldenPassed(golden, limits),
  ];
  return { passed: checks.every(({ passed }) => passed), checks, figures: { before, after }, classes };
}

function onShared({ before, after }: Compared, shared: ReadonlySet<string>): Compared {
  const isShared = ({ actual }: JudgedCrop) => actual !== undefined && shared.has(actual);
  return { before: before.filter(isShared), after: after.filter(isShared) };
}

function figuresOf(judged: readonly JudgedCrop[]): GateFigures {
  const labels = [...new Set(judged.map(({ actual }) => actual))];
  const f1s = labels.map((label) => {
    const right = judged.filter(({ actual, answer }) => actual === label && answer === label).length;
    const support = judged.filter(({ actual }) => actual === label).length;
    const predicted = judged.filter(({ answer }) => answer === label).length;
    return (2 * right) / (support + predicted);
  });
  const answers = judged.map(({ actual, answer, confidence }) => ({ confidence, isRight: actual === answer }));
  return {
    items: judged.length,
    top1: ratio(answers.filter(({ isRight }) => isRight).length, answers.length),
    macroF1: ratio(
      f1s.reduce((sum, f1) => sum + f1, 0),
      f1s.length,
    ),
    ece: calibrationErrorOf(answers),
  };
}

/** Worst change first. */
function classChanges({ before, after }: Compared, nameOf: (label: string) => string): ClassChange[] {
  const labels = [...new Set(before.map(({ actual }) => actual!))];
  const recall = (judged: readonly JudgedCrop[], label: string) => {
    const own = judged.filter(({ actual }) => actual === label);
    return ratio(own.filter(({ answer }) => answer === label).length, own.length);
  };
  return labels
    .map((label) => ({
      ...{ label, name: nameOf(label), support: before.filter(({ actual }) => actual === label).length },
      ...{ before: recall(before, label), after: recall(after, label) },
    }))
    .sort((a, b) => a.after - a.before - (b.after - b.before));
}

function enoughPictures(classes: readonly ClassChange[], { minSupport }: GateLimits): GateCheck {
  const enough = classes.filter(({ support }) => support >= minSupport).length;
  return {
    check: 'support',
    passed: enough > 0,
    reason:
      enough > 0
        ? `${enough} of ${classes.length} classes that both know have ${minSupport} pictures or more to compare on.`
        : `No class that both know has ${minSupport} pictures to compare on; freeze a data set with a larger test side.`,
  };
}

function noClassLoses(classes: readonly ClassChange[], { minSupport, recallMargin }: GateLimits): GateCheck {
  const losers = classes.filter(
    ({ support, before, after }) => support >= minSupport && before - after > recallMargin + 1e-9,
  );
  const worst = losers[0];
  const limit = `${percent(recallMargin)} of recall`;
  return {
    check: 'class-recall',
    passed: worst === undefined,
    reason:
      worst === undefined
        ? `No class loses more than ${limit}.`
        : `${losers.length} class(es) lose more than ${limit}; worst ${worst.name}: ${percent(worst.before)} → ${percent(worst.after)} on ${worst.support} pictures.`,
  };
}

function notWorse(
  check: GateCheck['check'],
  what: string,
  worseBy: number,
  margin: number,
  [before, after]: [number, number],
): GateCheck {
  const passed = worseBy <= margin + 1e-9;
  const change = `${before.toFixed(4)} → ${after.toFixed(4)}`;
  return {
    check,
    passed,
    reason: `${what}: ${change}; ${passed ? 'within' : 'beyond'} the ${margin.toFixed(3)} that it may get worse.`,
  };
}

function goldenPassed(golden: Compared, { goldenMargin }: GateLimits): GateCheck {
  const [before, after] = [figuresOf(golden.before), figuresOf(golden.after)];
  const passed = before.top1 - after.top1 <= goldenMargin + 1e-9;
  const reason =
    golden.after.length === 0
      ? 'The data set has no golden pictures of classes that both know; nothing to check.'
      : `Golden set of ${golden.after.length}: ${percent(before.top1)} → ${percent(after.top1)} right; ${passed ? 'not worse' : 'worse'}.`;
  return { check: 'golden-set', passed, reason };
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
