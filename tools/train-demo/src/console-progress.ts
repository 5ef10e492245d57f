import type { TrainingProgress } from '@shelfwatch/vision/training';

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

  /** A line that stays. */
  say(line: string): void {
    if (this.isLive) process.stderr.write('\r\u001b[2K');
    console.error(line);
  }
}

export function describeProgress(progress: TrainingProgress): string {
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
