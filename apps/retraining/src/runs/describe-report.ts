import type { RunBody, RunEpoch, RunProgress } from '@shelfwatch/contracts';
import type { TrainingReport } from '@shelfwatch/vision/training-process';

/** The run after a report of its process. Pure. */
export function withReport(run: RunBody, report: TrainingReport): RunBody {
  switch (report.kind) {
    case 'backend':
      return { ...run, backend: report.name };
    case 'progress':
      return { ...run, progress: toProgress(report.progress) };
    case 'done':
      return { ...run, metrics: report.metrics, modelVersion: report.version };
    case 'epoch':
    case 'failed':
      return run;
  }
}

/** A line for the log; undefined for what is said too often to be kept. */
export function logLineOf(report: TrainingReport): string | undefined {
  switch (report.kind) {
    case 'backend':
      return [`computing with ${report.name}`, ...report.passedOver.map((why) => `passed over: ${why}`)].join('; ');
    case 'epoch': {
      const { phase, epoch, loss, top1, macroF1, seconds } = report.record;
      const figures = `loss ${loss.toFixed(3)}, top-1 ${percent(top1)}, macro-F1 ${percent(macroF1)}`;
      return `${phase}, epoch ${epoch}: ${figures}, ${seconds.toFixed(0)} s`;
    }
    case 'done':
      return `wrote ${report.version} after ${report.seconds.toFixed(0)} s; top-1 ${percent(report.metrics['top1'] ?? 0)}`;
    case 'failed':
      return report.message;
    case 'progress':
      return undefined;
  }
}

/** Progress of work on pictures outside the training process. */
export const pictureProgress = (
  stage: 'pictures' | 'compare',
  done: number,
  total: number,
  seconds: number,
): RunProgress => ({
  ...{ stage, epoch: 0, epochs: 0, step: done, steps: total, loss: null },
  imagesPerSecond: seconds > 0 ? done / seconds : 0,
  done: stage === 'pictures' ? 0 : 1,
  remainingSeconds: stage === 'pictures' || done === 0 ? null : Math.round(((total - done) * seconds) / done),
});

/** A point of the curves. */
export const toRunEpoch = (record: Extract<TrainingReport, { kind: 'epoch' }>['record']): RunEpoch => {
  const { phase, epoch, loss, top1, macroF1, seconds } = record;
  return { phase, epoch, loss, top1, macroF1, seconds };
};

function toProgress(progress: Extract<TrainingReport, { kind: 'progress' }>['progress']): RunProgress {
  const { stage, epoch, epochs, step, steps, loss, imagesPerSecond, done, remainingMs } = progress;
  // Infinity, which stands for "not known yet", becomes null on its way between processes.
  const remains = remainingMs as number | null;
  return {
    ...{ stage, epoch, epochs, step, steps, done, imagesPerSecond },
    loss: loss ?? null,
    remainingSeconds: remains === null || !Number.isFinite(remains) ? null : Math.round(remains / 1_000),
  };
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
