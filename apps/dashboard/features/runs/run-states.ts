import type { Run } from '../../retraining/types';

/** How each state of a run is called and coloured. */
export const RUN_STATES: Record<Run['state'], { label: string; tone: 'green' | 'blue' | 'amber' | 'grey' | 'red' }> = {
  running: { label: 'Running', tone: 'blue' },
  paused: { label: 'Paused', tone: 'amber' },
  interrupted: { label: 'Interrupted', tone: 'amber' },
  succeeded: { label: 'Succeeded', tone: 'green' },
  failed: { label: 'Failed', tone: 'red' },
  cancelled: { label: 'Cancelled', tone: 'grey' },
};

const STAGES: Record<string, string> = {
  pictures: 'reading pictures',
  embed: 'computing embeddings',
  head: 'classifier',
  evaluate: 'measuring',
  compare: 'comparing with what is live',
};

/** `12.4 % · classifier, epoch 3 of 30 · about 4 min to go` */
export function progressWords({ progress }: Pick<Run, 'progress'>): string {
  if (progress === null) return 'beginning';
  const { stage, done, epoch, epochs, remainingSeconds } = progress;
  const words = [`${(done * 100).toFixed(0)} %`, STAGES[stage] ?? stage];
  if (epochs > 0) words[1] += `, epoch ${epoch} of ${epochs}`;
  if (remainingSeconds !== null) words.push(timeLeft(remainingSeconds));
  return words.join(' · ');
}

function timeLeft(seconds: number): string {
  if (seconds < 60) return 'less than a minute to go';
  if (seconds < 5_400) return `about ${Math.round(seconds / 60)} min to go`;
  return `about ${(seconds / 3_600).toFixed(1)} h to go`;
}
