import { random } from '../chance/random.js';
import { covers, type Scenario } from '../scenario/scenario.js';
import { FIGURE_LOOKS } from '../scene/figure.js';
import type { Occluder } from '../scene/occluder.js';

/** Trolleys that somebody left in front of one camera. They do not move. */
export class ParkedTrolleys {
  readonly #trolleys: readonly { fromMinute: number; forMinutes: number; occluder: Occluder }[];

  /** @param cameraNumber from 1 */
  constructor(seed: string | number, cameraNumber: number, scenario: Scenario) {
    const chance = random(seed, scenario.name, 'parked', cameraNumber);
    this.#trolleys = scenario.parked
      .filter(({ camera }) => camera === 'all' || camera === cameraNumber)
      .map(({ fromMinute, forMinutes }) => ({
        ...{ fromMinute, forMinutes },
        occluder: {
          ...{ kind: 'cart' as const, look: chance.whole(0, FIGURE_LOOKS - 1), mirrored: chance.chance(0.5) },
          ...{ x: chance.between(0.2, 0.8), top: chance.between(0.45, 0.6), height: chance.between(0.5, 0.6) },
        },
      }));
  }

  /** @param second simulated seconds after opening */
  at(second: number): Occluder[] {
    return this.#trolleys.filter((trolley) => covers(trolley, second)).map(({ occluder }) => occluder);
  }
}
