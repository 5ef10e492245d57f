import { random } from '../chance/random.js';
import { covers, type Scenario } from '../scenario/scenario.js';
import { drawOccluderLot } from '../scene/draw-lots.js';
import type { Occluder } from '../scene/occluder.js';

interface Visit {
  /** Simulated seconds. */
  from: number;
  to: number;
  occluder: Occluder;
  /** Where the figure comes from and leaves to: -1 = left of the picture, 1 = right. */
  side: number;
  /** Slow movement while standing. */
  sway: number;
}

/** Share of a visit spent walking in, and again walking out. */
const WALK = 0.15;
/** Far enough outside that nothing of a figure is seen; fractions of the picture's width. */
const OUTSIDE = 0.45;

/** Who stands in front of a camera and when; fixed for the whole day in advance. */
export class ShopperSchedule {
  readonly #visits: readonly Visit[];

  constructor(seed: string | number, cameraId: string, scenario: Scenario) {
    const chance = random(seed, scenario.name, 'shoppers', cameraId);
    const visits: Visit[] = [];
    const { perCameraPerHour, staySeconds } = scenario.shoppers;
    const end = scenario.durationMinutes * 60;
    const nextArrival = (): number =>
      perCameraPerHour === 0 ? Infinity : (-Math.log(1 - chance.next()) * 3600) / perCameraPerHour;
    for (let at = nextArrival(); at < end; at += nextArrival())
      visits.push({
        from: at,
        to: at + chance.between(...staySeconds),
        occluder: drawOccluderLot(chance, chance.next()),
        side: chance.chance(0.5) ? -1 : 1,
        sway: chance.between(0.005, 0.03),
      });
    this.#visits = visits.filter(({ from }) => !scenario.closed.some((time) => covers(time, from)));
  }

  /** @param second simulated seconds after opening */
  at(second: number): Occluder[] {
    return this.#visits
      .filter((visit) => visit.from <= second && second < visit.to)
      .map((visit) => {
        const share = (second - visit.from) / (visit.to - visit.from);
        const away = Math.max(0, 1 - Math.min(share, 1 - share) / WALK);
        const outside = visit.side < 0 ? -OUTSIDE : 1 + OUTSIDE;
        const standing = visit.occluder.x + visit.sway * Math.sin(share * 14);
        // An arm comes from below and not from the side.
        if (visit.occluder.kind === 'arm') return { ...visit.occluder, x: standing, top: visit.occluder.top + away };
        return { ...visit.occluder, x: standing + (outside - standing) * away };
      });
  }
}
