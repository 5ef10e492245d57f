import { RawRuntime } from '@shelfwatch/vision/serving';

const BATCHES = [1, 4, 8, 16, 32];
const TRIAL_MS = 1_500;
const TRIALS = 2;

export interface BareRuntime {
  runtime: RawRuntime;
  /** Images in one run. */
  batch: number;
  /** Whether its idle threads spin, as is ONNX Runtime's default: faster on an idle machine, slower on a busy one. */
  isSpinning: boolean;
}

/** ONNX Runtime by itself with the batch size and the waiting of threads that suit it best here. Its threads are its own default: one a core, as the service's. */
export async function openBareRuntime(folder: string, progress: (line: string) => void): Promise<BareRuntime> {
  let best: (BareRuntime & { speed: number }) | undefined;
  for (const isSpinning of [true, false]) {
    for (const batch of BATCHES) {
      const runtime = new RawRuntime('onnxruntime', folder, batch, { isSpinning });
      const speeds: number[] = [];
      for (let trial = 0; trial < TRIALS; trial += 1) speeds.push(await runtime.measure(TRIAL_MS));
      const speed = Math.max(...speeds);
      progress(`bare ONNX Runtime, batches of ${batch}, spinning ${isSpinning}: ${speed.toFixed(1)} images/s`);
      const isBest = best === undefined || speed > best.speed;
      await (isBest ? best?.runtime : runtime)?.close();
      if (isBest) best = { runtime, batch, isSpinning, speed };
    }
  }
  return best!;
}
