import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { NamedWeights } from '../model-folder/weight-tensor.js';
import type { AdamWState } from './adamw.js';
import type { MovingAverage } from './moving-average.js';

const FILE = 'checkpoint.bin';
const FORMAT = 1;

/** One line of a run's history. */
export interface EpochRecord {
  phase: string;
  epoch: number;
  loss: number;
  /** On the validation side. */
  top1: number;
  macroF1: number;
  seconds: number;
}

/** All that a killed run needs to go on as if nothing had happened. */
export interface Checkpoint {
  /** Hash of data and options: a checkpoint of another run is ignored. */
  fingerprint: string;
  phase: number;
  epoch: number;
  /** Steps of this epoch that are done. */
  step: number;
  /** Sum of the losses of these steps. */
  lossSum: number;
  weights: NamedWeights;
  optimiser: AdamWState;
  average?: ReturnType<MovingAverage['state']>;
  /** The best epoch of the phase, by macro-F1 on the validation side. */
  best?: { macroF1: number; epoch: number; weights: NamedWeights };
  history: EpochRecord[];
  elapsedSeconds: number;
}

/** Written beside and renamed, so that a kill in between leaves the previous one. */
export async function saveCheckpoint(folder: string, checkpoint: Checkpoint): Promise<void> {
  const partial = join(folder, `${FILE}.partial`);
  await writeFile(partial, serialize({ format: FORMAT, checkpoint }));
  await rename(partial, join(folder, FILE));
}

/** The checkpoint of this very run, or nothing when there is none that can be used. */
export async function loadCheckpoint(folder: string, fingerprint: string): Promise<Checkpoint | undefined> {
  try {
    const { format, checkpoint } = deserialize(await readFile(join(folder, FILE))) as {
      format: number;
      checkpoint: Checkpoint;
    };
    return format === FORMAT && checkpoint.fingerprint === fingerprint ? checkpoint : undefined;
  } catch {
    return undefined;
  }
}

export async function removeCheckpoint(folder: string): Promise<void> {
  await rm(join(folder, FILE), { force: true });
}
