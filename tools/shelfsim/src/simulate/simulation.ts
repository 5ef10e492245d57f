import type { Remedy } from '@shelfwatch/domain';
import { random } from '../chance/random.js';
import { DrawnPackageArtist, type PackageArtist } from '../packaging/package-artist.js';
import { SpriteCache } from '../packaging/sprite-cache.js';
import type { Scenario } from '../scenario/scenario.js';
import { SceneRenderer } from '../scene/scene-renderer.js';
import { createShop } from '../shop/create-shop.js';
import type { Shop } from '../shop/shop.js';
import { DecisionLedger } from '../world/decision-ledger.js';
import type { BookStock } from '../world/store-room.js';
import type { TrueDelivery, Truth } from '../world/truth.js';
import { TruthRecorder } from '../world/truth-recorder.js';
import type { SlotCondition } from '../world/slot-shelf.js';
import { World } from '../world/world.js';
import { DisturbedFeed } from './disturbed-feed.js';
import { type PlayClock, simulatedClock } from './play-clock.js';
import { SimulatedCamera } from './simulated-camera.js';
import type { SimulatedFrame } from './simulated-frame.js';

export interface SimulationOptions {
  seed: string | number;
  /** Defaults to {@link simulatedClock} from {@link DEFAULT_OPENING}. */
  clock?: PlayClock;
  /** Defaults to the shop that seed and scenario give. */
  shop?: Shop;
  /** Defaults to the built-in drawings. */
  artist?: PackageArtist;
  /** Hears when a lorry has changed the books. The next picture waits for the promise. */
  onDelivery?: (stock: ReadonlyMap<string, BookStock>, at: Date) => Promise<void> | void;
  /** Ends the pictures. */
  signal?: AbortSignal;
}

/** Opening time of simulated days. */
export const DEFAULT_OPENING = new Date('2025-03-03T08:00:00Z');

/** Low stock seen in so many pictures is low stock that somebody has noticed. */
const NOTICE_FRAMES = 4;

/** A scenario being played: iterate over it for pictures, once; then ask for the truth. */
export class Simulation implements AsyncIterable<SimulatedFrame> {
  readonly shop: Shop;
  readonly #scenario: Scenario;
  readonly #options: SimulationOptions;
  readonly #clock: PlayClock;
  readonly #recorder: TruthRecorder;
  readonly #world: World;
  readonly #ledger: DecisionLedger;
  readonly #cameras: readonly SimulatedCamera[];
  readonly #deliveries: { second: number; gtins: readonly string[] }[] = [];
  #second = 0;
  #newsHeard: Promise<void> | void = undefined;

  constructor(scenario: Scenario, options: SimulationOptions) {
    const { seed } = options;
    this.#scenario = scenario;
    this.#options = options;
    this.#clock = options.clock ?? simulatedClock(DEFAULT_OPENING);
    this.shop = options.shop ?? createShop(seed, scenario.layout);
    const { shop } = this;
    this.#recorder = new TruthRecorder(
      shop.cameras.flatMap(({ cameraId, fixtureId }) =>
        (shop.fixtures.find((fixture) => fixture.fixtureId === fixtureId)?.slots ?? []).map(({ slotId, gtin }) => ({
          slotId,
          cameraId,
          gtin,
        })),
      ),
    );
    this.#ledger = new DecisionLedger(NOTICE_FRAMES * scenario.frameEverySeconds);
    this.#world = new World(shop, scenario, seed, {
      conditionChanged: (slotId, condition, second) =>
        this.#recorder.record(slotId, condition, second, this.#decide(slotId, condition, second)),
      delivered: (gtins, second) => this.#delivered(gtins, second),
    });
    this.#world.open();
    this.#cameras = shop.cameras.map((_, index) => new SimulatedCamera(shop, index, scenario, seed));
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<SimulatedFrame> {
    const feed = new DisturbedFeed(this.#scenario.feed, random(this.#options.seed, 'feed'));
    let ahead: Promise<SimulatedFrame> | undefined;
    for await (const taken of this.#pictures()) {
      if (!this.#clock.drawsAhead) {
        yield* feed.pass(await taken.frame);
        continue;
      }
      const earlier = ahead;
      ahead = taken.frame;
      if (earlier !== undefined) yield* feed.pass(await earlier);
    }
    if (ahead !== undefined) yield* feed.pass(await ahead);
    yield* feed.rest();
  }

  /** When gaps are expected, as the shop would tell the platform beforehand. */
  expectedGaps(): { fixtureId: string; startsAt: Date; endsAt: Date }[] {
    return this.#scenario.resets.map(({ fixture, fromMinute, forMinutes }) => ({
      fixtureId: this.shop.fixtures[fixture - 1]!.fixtureId,
      startsAt: this.#clock.timeOf(fromMinute * 60),
      endsAt: this.#clock.timeOf((fromMinute + forMinutes) * 60),
    }));
  }

  /** What happened up to the last picture. */
  truth(): Truth {
    const timeOf = (second: number): Date => this.#clock.timeOf(second);
    const iso = (second: number): string => timeOf(second).toISOString();
    const { storeRoom } = this.#world;
    return {
      scenario: this.#scenario.name,
      seed: String(this.#options.seed),
      storeId: this.shop.storeId,
      from: iso(0),
      to: iso(this.#second),
      slotIntervals: this.#recorder.intervals(timeOf),
      events: this.#recorder.events(timeOf),
      cameraFaults: this.#cameras.flatMap(({ camera, faults }) =>
        faults.all.map(({ kind, fromMinute, forMinutes }) => ({
          cameraId: camera.cameraId,
          kind,
          from: iso(fromMinute * 60),
          to: iso((fromMinute + forMinutes) * 60),
        })),
      ),
      deliveries: this.#deliveries.map(({ second, gtins }): TrueDelivery => ({ at: iso(second), gtins })),
      stock: this.shop.fixtures
        .flatMap((fixture) => fixture.slots)
        .map(({ slotId, gtin }) => ({
          gtin,
          shelf: this.#world.shelf(slotId).count,
          backroomBook: storeRoom.book(gtin).backroom,
          backroomTrue: storeRoom.there(gtin),
          onOrder: storeRoom.book(gtin).onOrder,
          reorderPoint: this.#reorderPoint(gtin),
        })),
    };
  }

  /** Pictures in the order of their capture; wrapped, so that a promise is handed on without being awaited. */
  async *#pictures(): AsyncGenerator<{ frame: Promise<SimulatedFrame> }> {
    const { frameEverySeconds, durationMinutes } = this.#scenario;
    const artist = this.#options.artist ?? new DrawnPackageArtist();
    const sizes = new Map(this.shop.products.map((product) => [product.gtin as string, product.sizeMm]));
    const renderer = new SceneRenderer(
      this.shop.picture,
      new SpriteCache(artist),
      (gtin) => sizes.get(gtin) ?? { width: 90, height: 150, depth: 60 },
    );
    this.#clock.start();
    for (let round = 0; round * frameEverySeconds < durationMinutes * 60; round += 1)
      for (const [index, camera] of this.#cameras.entries()) {
        const second = (round + index / this.#cameras.length) * frameEverySeconds;
        const inTime = await this.#clock.reach(second, frameEverySeconds);
        if (this.#options.signal?.aborted === true) return;
        this.#world.advanceTo(second);
        this.#second = second;
        await this.#newsHeard;
        if (!inTime) continue;
        const frame = camera.take(this.#world, renderer, second, this.#clock.timeOf(second));
        if (frame !== undefined) yield { frame };
      }
  }

  #decide(slotId: string, condition: SlotCondition, second: number): Remedy | undefined {
    const shelf = this.#world.shelf(slotId);
    const { gtin } = shelf.slot;
    const stock = {
      gtin,
      book: this.#world.storeRoom.book(gtin),
      shelf: shelf.count,
      reorderPoint: this.#reorderPoint(gtin),
    };
    const isExpected = condition.status !== 'stocked' && this.#world.isBeingReset(slotId, second);
    return isExpected ? 'EXPECTED_GAP' : this.#ledger.decide(condition, stock, second);
  }

  #delivered(gtins: readonly string[], second: number): void {
    this.#deliveries.push({ second, gtins });
    this.#ledger.delivered(gtins);
    const books = gtins.map((gtin) => [gtin, this.#world.storeRoom.book(gtin)] as const);
    this.#newsHeard = this.#options.onDelivery?.(new Map(books), this.#clock.timeOf(second));
  }

  #reorderPoint(gtin: string): number {
    return this.shop.stock.find((record) => record.gtin === gtin)?.reorderPoint ?? 0;
  }
}

/** Plays a scenario. Iterate over the result for its pictures: the next one is drawn when the last one has been taken. */
export function simulate(scenario: Scenario, options: SimulationOptions): Simulation {
  return new Simulation(scenario, options);
}
