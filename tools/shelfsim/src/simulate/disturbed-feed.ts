import type { Random } from '../chance/random.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Disturbance, SimulatedFrame } from './simulated-frame.js';

const HOLD_FRAMES = 4;
const FUTURE_MS = 6 * 3_600_000;

/** A feed that now and then repeats, damages, delays or misdates a picture. */
export class DisturbedFeed {
  readonly #shares: Scenario['feed'];
  readonly #chance: Random;
  readonly #held: { frame: SimulatedFrame; passes: number }[] = [];

  constructor(shares: Scenario['feed'], chance: Random) {
    this.#shares = shares;
    this.#chance = chance;
  }

  /** @returns what arrives now: nothing, the picture, or the picture and others */
  pass(frame: SimulatedFrame): SimulatedFrame[] {
    const { duplicates, corrupt, late, future } = this.#shares;
    for (const held of this.#held) held.passes += 1;
    const due = this.#held.filter((held) => held.passes >= HOLD_FRAMES).map((held) => held.frame);
    this.#held.splice(0, due.length);
    const lot = this.#chance.next();
    if (lot < corrupt) return [marked({ ...frame, jpeg: this.#damage(frame.jpeg) }, 'corrupt'), ...due];
    if (lot < corrupt + future)
      return [marked({ ...frame, capturedAt: new Date(frame.capturedAt.getTime() + FUTURE_MS) }, 'future'), ...due];
    if (lot < corrupt + future + late) {
      this.#held.push({ frame: marked(frame, 'late'), passes: 0 });
      return due;
    }
    return lot < corrupt + future + late + duplicates ? [frame, marked(frame, 'duplicate'), ...due] : [frame, ...due];
  }

  /** What is still held back at the end. */
  rest(): SimulatedFrame[] {
    return this.#held.splice(0).map(({ frame }) => frame);
  }

  #damage(jpeg: Buffer): Buffer {
    if (this.#chance.chance(0.5))
      return Buffer.from(jpeg.subarray(0, Math.floor(jpeg.length * this.#chance.between(0.05, 0.6))));
    return Buffer.from(Array.from({ length: 512 }, () => this.#chance.whole(0, 255)));
  }
}

const marked = (frame: SimulatedFrame, disturbance: Disturbance): SimulatedFrame => ({
  ...frame,
  truth: { ...frame.truth, disturbance },
});
