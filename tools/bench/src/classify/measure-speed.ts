import { CROP_BYTES, type EngineName, RawRuntime, type ThreadedEngine } from '@shelfwatch/vision/serving';

export interface Speed {
  /** Median time from one crop's bytes to its probabilities, in milliseconds. */
  msPerImage: number;
  imagesPerSecond: number;
  /** The same batches by the bare runtime. */
  rawRuntimeImagesPerSecond: number;
}

const BATCH = 16;
const SINGLE_RUNS = 25;
const ROUNDS = 3;
const ROUND_MS = 1_500;

/** Ours and the bare runtime take turns, so that whatever else the machine does meets both. */
export async function measureSpeed(engine: ThreadedEngine, name: EngineName, folder: string): Promise<Speed> {
  const raw = new RawRuntime(name, folder, BATCH);
  await raw.measure(1);
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(await raw.measure(ROUND_MS));
    ours.push(await throughput(engine));
  }
  await raw.close();
  return {
    msPerImage: await singleLatency(engine),
    imagesPerSecond: median(ours),
    rawRuntimeImagesPerSecond: median(bare),
  };
}

/** As a busy service does it: the next batch is handed over before the last has come back. */
async function throughput(engine: ThreadedEngine): Promise<number> {
  const started = performance.now();
  let images = 0;
  const feed = async (): Promise<void> => {
    while (performance.now() - started < ROUND_MS) {
      await engine.classify(new Uint8Array(BATCH * CROP_BYTES).fill(99), BATCH);
      images += BATCH;
    }
  };
  await Promise.all([feed(), feed()]);
  return (images / (performance.now() - started)) * 1000;
}

async function singleLatency(engine: ThreadedEngine): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < SINGLE_RUNS; run++) {
    const pixels = new Uint8Array(CROP_BYTES).fill(99);
    const started = performance.now();
    await engine.classify(pixels, 1);
    times.push(performance.now() - started);
  }
  return median(times);
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
