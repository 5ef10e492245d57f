import sharp from 'sharp';
import { type Scenario, type ScenarioInput, scenarioSchema } from '../scenario/scenario.js';
import { wallClock } from './play-clock.js';
import { simulate, type Simulation } from './simulation.js';
import type { SimulatedFrame } from './simulated-frame.js';

const scenario = (changes: Partial<ScenarioInput> = {}): Scenario =>
  scenarioSchema.parse({
    name: 'test',
    description: 'A few small pictures.',
    layout: { fixtures: 2, slotsPerFixture: 10, shelves: 2, picture: { width: 640, height: 360 } },
    durationMinutes: 4,
    frameEverySeconds: 60,
    ...changes,
  });

async function playAll(simulation: Simulation): Promise<SimulatedFrame[]> {
  const frames: SimulatedFrame[] = [];
  for await (const frame of simulation) frames.push(frame);
  return frames;
}

const meanOf = async (jpeg: Buffer): Promise<number> => (await sharp(jpeg).greyscale().stats()).channels[0]?.mean ?? 0;

describe('simulate', () => {
  it('When a scenario is played twice with one seed, then bytes, times and truth are the same', async () => {
    const [one, two] = [simulate(scenario(), { seed: 3 }), simulate(scenario(), { seed: 3 })];
    const [first, second] = [await playAll(one), await playAll(two)];
    expect(first.map(({ jpeg }) => jpeg.toString('base64'))).toEqual(second.map(({ jpeg }) => jpeg.toString('base64')));
    expect(one.truth()).toEqual(two.truth());
    const [other] = await playAll(simulate(scenario({ durationMinutes: 1 }), { seed: 4 }));
    expect(other?.jpeg.equals(first[0]?.jpeg ?? Buffer.alloc(0))).toBe(false);
  });

  it('When pictures come, then they have the size wanted, and each camera counts on by one', async () => {
    const frames = await playAll(simulate(scenario(), { seed: 1 }));
    expect(frames).toHaveLength(8);
    expect(await sharp(frames[0]?.jpeg).metadata()).toMatchObject({ width: 640, height: 360, format: 'jpeg' });
    for (const cameraId of ['cam-01', 'cam-02'])
      expect(frames.filter((frame) => frame.cameraId === cameraId).map(({ sequence }) => sequence)).toEqual([
        1, 2, 3, 4,
      ]);
  });

  it('When a day goes by, then events are exactly the intervals that are not stocked, and intervals join without gaps', async () => {
    const busy = scenario({
      durationMinutes: 120,
      frameEverySeconds: 3600,
      sales: { perSlotPerHour: 12 },
      misplacedPerHour: 20,
      staff: { roundEveryMinutes: 10, refillAfterMinutes: 5, tidyAfterMinutes: 10 },
    });
    const simulation = simulate({ ...busy, frameEverySeconds: 1799 }, { seed: 2 });
    await playAll(simulation);
    const { slotIntervals, events } = simulation.truth();
    const statusOf = { 'out-of-stock': 'empty', 'low-stock': 'low', misplaced: 'misplaced' } as const;
    expect(events.map(({ kind, slotId, from, to }) => ({ slotId, status: statusOf[kind], from, to }))).toEqual(
      slotIntervals.filter(({ status }) => status !== 'stocked'),
    );
    expect(new Set(events.map(({ kind }) => kind)).size).toBe(3);
    for (const slotId of new Set(slotIntervals.map((interval) => interval.slotId))) {
      const own = slotIntervals.filter((interval) => interval.slotId === slotId);
      expect(own[0]?.from).toBe(simulation.truth().from);
      own.slice(1).forEach((interval, index) => {
        expect(interval.from).toBe(own[index]?.to);
        expect(interval.status).not.toBe(own[index]?.status);
      });
      expect(own.at(-1)?.to).toBeNull();
    }
  });

  it('When a camera is frozen, offline or dark, then its pictures show that', async () => {
    const faults: ScenarioInput['faults'] = [
      { camera: 1, kind: 'frozen', fromMinute: 1, forMinutes: 2 },
      { camera: 2, kind: 'offline', fromMinute: 1, forMinutes: 1 },
      { camera: 2, kind: 'dark', fromMinute: 3, forMinutes: 1 },
    ];
    const simulation = simulate(scenario({ faults }), { seed: 1 });
    const frames = await playAll(simulation);
    const [first, second, third, fourth] = frames.filter(({ cameraId }) => cameraId === 'cam-01');
    expect(second?.jpeg).toEqual(first?.jpeg);
    expect(third?.jpeg).toEqual(first?.jpeg);
    expect(second?.capturedAt).not.toEqual(first?.capturedAt);
    expect(fourth?.jpeg).not.toEqual(first?.jpeg);
    const other = frames.filter(({ cameraId }) => cameraId === 'cam-02');
    expect(other).toHaveLength(3);
    expect(await meanOf(other[2]?.jpeg ?? Buffer.alloc(0))).toBeLessThan(20);
    expect(await meanOf(other[0]?.jpeg ?? Buffer.alloc(0))).toBeGreaterThan(50);
    expect(simulation.truth().cameraFaults).toHaveLength(3);
  });

  describe('what happens seldom', () => {
    const quiet = { sales: { perSlotPerHour: 0 }, shoppers: { perCameraPerHour: 0 }, durationMinutes: 30 } as const;
    const minutesOf = (simulation: Simulation, time: string): number =>
      (Date.parse(time) - Date.parse(simulation.truth().from)) / 60_000;

    it('When thieves come, then so many slots are empty at once, and the book knows nothing of it', async () => {
      const simulation = simulate(scenario({ ...quiet, thefts: [{ atMinute: 10, slots: 3 }] }), { seed: 1 });
      const before = simulation.truth().stock.map(({ backroomBook }) => backroomBook);
      await playAll(simulation);
      const { events, stock } = simulation.truth();
      expect(events.map(({ kind }) => kind)).toEqual(['out-of-stock', 'out-of-stock', 'out-of-stock']);
      expect(events.map(({ from }) => minutesOf(simulation, from))).toEqual([10, 10, 10]);
      expect(stock.map(({ backroomBook }) => backroomBook)).toEqual(before);
    });

    it('When a fixture is rebuilt, then its gaps are expected, announced, and gone afterwards; the other one is left alone', async () => {
      const simulation = simulate(scenario({ ...quiet, resets: [{ fixture: 2, fromMinute: 5, forMinutes: 10 }] }), {
        seed: 1,
      });
      const [gap] = simulation.expectedGaps();
      await playAll(simulation);
      const { events } = simulation.truth();
      const slots = simulation.shop.fixtures[1]!.slots.map(({ slotId }) => slotId);
      expect(events.map(({ slotId }) => slotId).sort()).toEqual([...slots].sort());
      expect(new Set(events.map(({ decision }) => decision))).toEqual(new Set(['EXPECTED_GAP']));
      expect(new Set(events.map(({ from }) => from))).toEqual(new Set([gap!.startsAt.toISOString()]));
      expect(new Set(events.map(({ to }) => to))).toEqual(new Set([gap!.endsAt.toISOString()]));
    });

    it('When the shop is closed, then nothing changes', async () => {
      const busy = { durationMinutes: 60, sales: { perSlotPerHour: 30 }, misplacedPerHour: 60 } as const;
      const simulation = simulate(scenario({ ...busy, closed: [{ fromMinute: 20, forMinutes: 30 }] }), { seed: 1 });
      await playAll(simulation);
      const times = simulation.truth().slotIntervals.map(({ from }) => minutesOf(simulation, from));
      expect(times.filter((minute) => minute >= 20 && minute < 50)).toEqual([]);
      expect(times.some((minute) => minute > 0 && minute < 20)).toBe(true);
      expect(times.some((minute) => minute >= 50)).toBe(true);
    });

    it('When products are put into the slots of their sisters, then brand and package are the same', async () => {
      const many = { misplacedPerHour: 400, misplacedLookAlikes: true, layout: { fixtures: 2, slotsPerFixture: 30 } };
      const simulation = simulate(scenario({ ...quiet, ...many, frameEverySeconds: 1_799 }), { seed: 1 });
      await playAll(simulation);
      const { shop } = simulation;
      const lookOf = new Map(shop.products.map(({ gtin, brand, form }) => [gtin as string, `${brand}/${form}`]));
      const gtinOf = new Map(shop.fixtures.flatMap(({ slots }) => slots).map(({ slotId, gtin }) => [slotId, gtin]));
      const misplaced = simulation.truth().events.filter(({ kind }) => kind === 'misplaced');
      expect(misplaced.length).toBeGreaterThan(0);
      for (const { slotId, foreignGtin } of misplaced)
        expect(lookOf.get(foreignGtin!)).toBe(lookOf.get(gtinOf.get(slotId)!));
    });

    it('When a trolley is parked, then the same facings are hidden until it goes', async () => {
      const parked = [{ camera: 1, fromMinute: 2, forMinutes: 3 }];
      const frames = await playAll(simulate(scenario({ ...quiet, durationMinutes: 6, parked }), { seed: 1 }));
      const hidden = frames
        .filter(({ cameraId }) => cameraId === 'cam-01')
        .map(({ truth }) => truth.facings.filter(({ label }) => label === 'occluded').length);
      expect(hidden[2]).toBeGreaterThan(0);
      expect(hidden).toEqual([0, 0, hidden[2], hidden[2], hidden[2], 0]);
    });

    it('When the sun blinds a camera, or it sends another size, then its pictures show that', async () => {
      const faults: ScenarioInput['faults'] = [
        { camera: 1, kind: 'glare', fromMinute: 1, forMinutes: 1 },
        { camera: 1, kind: 'resolution', fromMinute: 2, forMinutes: 1 },
      ];
      const frames = await playAll(simulate(scenario({ ...quiet, durationMinutes: 3, faults }), { seed: 1 }));
      const [clear, blinded, small] = frames.filter(({ cameraId }) => cameraId === 'cam-01').map(({ jpeg }) => jpeg);
      expect(await meanOf(blinded!)).toBeGreaterThan((await meanOf(clear!)) + 40);
      expect(await sharp(small).metadata()).toMatchObject({ width: 320, height: 180 });
    });
  });

  it('When the wall clock is used, then pictures carry the present time and the world runs faster', async () => {
    const startedAt = Date.now();
    const simulation = simulate(scenario({ durationMinutes: 2 }), { seed: 1, clock: wallClock(120) });
    const frames = await playAll(simulation);
    for (const { capturedAt } of frames) {
      expect(capturedAt.getTime()).toBeGreaterThanOrEqual(startedAt);
      expect(capturedAt.getTime()).toBeLessThanOrEqual(Date.now());
    }
  });

  it('When it is told to stop, then no further picture comes', async () => {
    const stop = new AbortController();
    const frames: SimulatedFrame[] = [];
    for await (const frame of simulate(scenario(), {
      seed: 1,
      clock: wallClock(1, stop.signal),
      signal: stop.signal,
    })) {
      frames.push(frame);
      stop.abort();
    }
    expect(frames).toHaveLength(1);
  });
});
