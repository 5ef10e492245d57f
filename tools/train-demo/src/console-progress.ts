import type { TrainingProgress, TrainingReport } from '@shelfwatch/vision/training';

const minutes = (ms: number) => (Number.isFinite(ms) ? `${(ms / 60_000).toFixed(1)} min` : '–');

/** One line that is written over on a terminal, and one line every half minute elsewhere. */
export class ConsoleProgress {
  private writtenAt = -Infinity;
  private readonly isLive = process.stderr.isTTY;

  show(line: string): void {
    if (this.isLive) process.stderr.write(`\r\u001b[2K… ${line}`);
    else if (performance.now() - this.writtenAt > 30_000) {
      this.writtenAt = performance.now();
      console.error(`… ${line}`);
    }
  }

  report(report: TrainingReport): void {
    if (report.kind === 'progress') return this.show(describeProgress(report.progress));
    this.say(`✔ ${describeReport(report)}`);
  }

  /** A line that stays. */
  say(line: string): void {
    if (this.isLive) process.stderr.write('\r\u001b[2K');
    console.error(line);
  }
}

function describeProgress(progress: TrainingProgress): string {
  const { stage, epoch, epochs, step, steps, loss, imagesPerSecond, done, remainingMs } = progress;
  return [
    `${Math.round(done * 100)} %`,
    stage,
    epochs > 0 && `epoch ${epoch} of ${epochs}`,
    steps > 0 && `step ${step} of ${steps}`,
    loss !== undefined && `loss ${loss.toFixed(3)}`,
    `${imagesPerSecond.toFixed(0)} images/s`,
    `${minutes(remainingMs)} left`,
  ]
    .filter(Boolean)
    .join(', ');
}

function describeReport(report: Exclude<TrainingReport, { kind: 'progress' }>): string {
  switch (report.kind) {
    case 'backend':
      return [`training on ${report.name}`, ...report.passedOver.map((reason) => `  passed over ${reason}`)].join('\n');
    case 'epoch': {
      const { phase, epoch, loss, top1, macroF1, seconds } = report.record;
      return `${phase}, epoch ${epoch}: loss ${loss.toFixed(3)}, validation top-1 ${top1.toFixed(4)}, macro-F1 ${macroF1.toFixed(4)} (${seconds.toFixed(0)} s)`;
    }
    case 'done':
      return `${report.version}: top-1 ${report.metrics['top1']?.toFixed(4)} on unseen crops, after ${minutes(report.seconds * 1_000)}`;
    case 'failed':
      return report.message;
  }
}
