import { availableParallelism } from 'node:os';
import { RawRuntime } from '@shelfwatch/vision/serving';

const BATCHES = [1, 4, 8, 16, 32];
const TRIAL_MS = 1_000;
const TRIALS = 2;

/** How the cores are used: `sessions` at the same time, each with `threads` for its batch. */
interface Arrangement {
  sessions: number;
  threads: number;
  batch: number;
  /** Whether idle threads spin, as is ONNX Runtime's default: faster on an idle machine, slower on a busy one. */
  isSpinning: boolean;
}

/** ONNX Runtime by itself, on all cores, arranged in the way that suits it best here. */
export class BareRuntime {
  private readonly sessions: readonly RawRuntime[];

  private constructor(
    folder: string,
    readonly arrangement: Arrangement,
  ) {
    const { sessions, batch, ...options } = arrangement;
    this.sessions = Array.from({ length: sessions }, () => new RawRuntime('onnxruntime', folder, batch, options));
  }

  /** Tries one session on all cores, one session for each core, what lies between, and several batch sizes. */
  static async open(folder: string, progress: (line: string) => void): Promise<BareRuntime> {
    let best: { runtime: BareRuntime; speed: number } | undefined;
    for (const arrangement of arrangements(availableParallelism())) {
      const runtime = new BareRuntime(folder, arrangement);
      const speeds: number[] = [];
      for (let trial = 0; trial < TRIALS; trial += 1) speeds.push(await runtime.measure(TRIAL_MS));
      const speed = Math.max(...speeds);
      progress(`bare ONNX Runtime, ${describe(arrangement)}: ${speed.toFixed(1)} images/s`);
      const isBest = best === undefined || speed > best.speed;
      await (isBest ? best?.runtime : runtime)?.close();
      if (isBest) best = { runtime, speed };
    }
    return best!.runtime;
  }

  /** Images a second over about `ms` milliseconds, all sessions together. */
  async measure(ms: number): Promise<number> {
    const speeds = await Promise.all(this.sessions.map((session) => session.measure(ms)));
    return speeds.reduce((sum, speed) => sum + speed, 0);
  }

  async close(): Promise<void> {
    await Promise.all(this.sessions.map((session) => session.close()));
  }
}

const describe = ({ sessions, threads, batch, isSpinning }: Arrangement): string =>
  `${sessions} × ${threads} thread(s), batches of ${batch}${isSpinning ? ', spinning' : ''}`;

/** A thread by itself waits for no other, and so does not spin. */
const arrangements = (cores: number): Arrangement[] =>
  Array.from({ length: cores }, (_, index) => index + 1)
    .filter((sessions) => cores % sessions === 0)
    .map((sessions) => ({ sessions, threads: cores / sessions }))
    .flatMap((cut) => (cut.threads === 1 ? [false] : [true, false]).map((isSpinning) => ({ ...cut, isSpinning })))
    .flatMap((cut) => BATCHES.map((batch) => ({ ...cut, batch })));
