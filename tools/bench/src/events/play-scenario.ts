import { randomUUID } from 'node:crypto';
import {
  type Scenario,
  type Shop,
  simulate,
  StreamOutput,
  toShopDefinition,
  type Simulation,
  createShop,
  DEFAULT_OPENING,
} from '@shelfwatch/shelfsim';
import type { BenchOptions, Figures } from '../bench.js';
import {
  type DetectedEvent,
  type EventScore,
  scoreEvents,
  type ScoreSettings,
  type TrueEvent,
} from './score-events.js';
import { readDetectedEvents } from './read-detected-events.js';
import { SlotVisibility } from './slot-visibility.js';
import type { TestPlatform } from './test-platform.js';
import { benchWorld } from './bench-world.js';

export interface ScenarioRun {
  name: string;
  score: EventScore;
  byKind: Figures;
  /** By the name of the product that belongs in the slot; those with nothing to find and nothing found are left out. */
  byProduct: ReadonlyMap<string, EventScore>;
  frames: number;
  seconds: number;
}

/** Pictures on their way at once: enough to keep every stage busy, few enough that memory stays small. */
const IN_FLIGHT = 8;
/** A condition that no camera could see clearly in this many pictures need not be found. */
const MIN_CLEAR_FRAMES = 3;

/** Plays a scenario into the platform as fast as it takes the pictures, and compares its events with the truth. */
export async function playScenario(
  platform: TestPlatform,
  scenario: Scenario,
  options: BenchOptions,
): Promise<ScenarioRun> {
  const { seed, progress } = options;
  const { products, artist } = await benchWorld(options);
  const shop = createShop(seed, scenario.layout, products);
  const { storeId } = shop;
  await platform.createShop(await toShopDefinition(shop, { opensAt: DEFAULT_OPENING, artist }));
  const simulation = simulate(scenario, {
    seed,
    shop,
    artist,
    onDelivery: async (stock) => {
      await platform.lag.untilAtMost(0);
      await bookDelivery(platform, storeId, stock);
    },
  });
  await announceResets(platform, storeId, simulation);
  const visibility = new SlotVisibility();
  const { frames, seconds } = await feed(platform, simulation, visibility, (frame) =>
    progress(`${scenario.name}: ${frame} pictures`),
  );
  const intervalMs = scenario.frameEverySeconds * 1_000;
  const truth = trueEvents(simulation, visibility, intervalMs);
  const detected = await readDetectedEvents(platform.database, storeId);
  const settings = { minObservableMs: MIN_CLEAR_FRAMES * intervalMs, graceMs: 2 * intervalMs };
  const score = scoreEvents(truth, detected, settings);
  progress(
    `${scenario.name}: precision ${score.precision.toFixed(3)}, recall ${score.recall.toFixed(3)}, ${frames} pictures in ${seconds.toFixed(0)} s`,
  );
  for (const event of score.missed)
    progress(`  missed   ${event.kind} ${event.slotId} ${iso(event.from)} – ${iso(event.to)}`);
  for (const event of score.spurious)
    progress(`  spurious ${event.kind} ${event.slotId} since ${iso(event.since)}, opened ${iso(event.openedAt)}`);
  const kinds = [...new Set([...truth, ...detected].map(({ kind }) => kind))].sort();
  const ofKind = <T extends { kind: string }>(events: readonly T[], kind: string): T[] =>
    events.filter((event) => event.kind === kind);
  const byKind = Object.fromEntries(
    kinds.map((kind) => {
      const { precision, recall, required } = scoreEvents(ofKind(truth, kind), ofKind(detected, kind), settings);
      return [kind, { precision, recall, required }];
    }),
  );
  const byProduct = scoreByProduct(shop, truth, detected, settings);
  return { name: scenario.name, score, byKind, byProduct, frames, seconds };
}

function scoreByProduct(
  { fixtures, products }: Shop,
  truth: readonly TrueEvent[],
  detected: readonly DetectedEvent[],
  settings: ScoreSettings,
): Map<string, EventScore> {
  const slots = fixtures.flatMap((fixture) => fixture.slots);
  const gtinOf = new Map(slots.map(({ slotId, gtin }) => [slotId, gtin]));
  const scores = products.map(({ gtin, name }): [string, EventScore] => {
    const own = <T extends { slotId: string }>(events: readonly T[]) =>
      events.filter(({ slotId }) => gtinOf.get(slotId) === gtin);
    return [name, scoreEvents(own(truth), own(detected), settings)];
  });
  return new Map(scores.filter(([, { matched, missed, spurious }]) => matched + missed.length + spurious.length > 0));
}

async function feed(
  platform: TestPlatform,
  simulation: Simulation,
  visibility: SlotVisibility,
  progress: (frames: number) => void,
): Promise<{ frames: number; seconds: number }> {
  const output = new StreamOutput(platform.stream);
  await output.open();
  const started = performance.now();
  let frames = 0;
  for await (const frame of simulation) {
    visibility.look(frame);
    await platform.lag.untilAtMost(IN_FLIGHT);
    await output.send(frame);
    frames += 1;
    if (frames % 100 === 0) progress(frames);
  }
  await platform.lag.untilAtMost(0);
  return { frames, seconds: (performance.now() - started) / 1_000 };
}

async function announceResets(platform: TestPlatform, storeId: string, simulation: Simulation): Promise<void> {
  for (const { fixtureId, startsAt, endsAt } of simulation.expectedGaps())
    await platform.database.unit.suppressions.add({
      ...{ windowId: randomUUID(), storeId, fixtureId, slotId: null },
      ...{ startsAt, endsAt, reason: 'planogram reset' },
    });
}

async function bookDelivery(
  platform: TestPlatform,
  storeId: string,
  stock: ReadonlyMap<string, { backroom: number; onOrder: number }>,
): Promise<void> {
  await platform.database.transaction(async (unit) => {
    const levels = await unit.stockLevels.of(storeId, [...stock.keys()]);
    const figures = [...levels.values()].map((level) => ({ ...level, ...stock.get(level.gtin) }));
    await unit.inventory.tell(storeId, figures, 'delivery note', new Date());
  });
}

function trueEvents(simulation: Simulation, visibility: SlotVisibility, intervalMs: number): TrueEvent[] {
  const { events, to: end } = simulation.truth();
  return events.map(({ slotId, kind, from, to, decision }) => {
    const [begin, finish] = [Date.parse(from), Date.parse(to ?? end)];
    return {
      slotId,
      kind,
      from: begin,
      to: finish,
      remedy: decision,
      observableMs: visibility.clearFrames(slotId, begin, finish) * intervalMs,
    };
  });
}

const iso = (ms: number): string => new Date(ms).toISOString().slice(11, 19);
