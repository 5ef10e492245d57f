import type { Product } from '../catalogue/product.js';
import { random, type Random } from '../chance/random.js';
import { covers, type Scenario } from '../scenario/scenario.js';
import type { Shop } from '../shop/shop.js';
import { fits } from '../shop/fits.js';
import { type SlotCondition, SlotShelf } from './slot-shelf.js';
import { StoreRoom } from './store-room.js';

/** What the world tells whoever keeps the records. Times are simulated seconds after opening. */
export interface WorldObserver {
  conditionChanged(slotId: string, condition: SlotCondition, second: number): void;
  delivered(gtins: readonly string[], second: number): void;
}

interface Place {
  shelf: SlotShelf;
  fixtureId: string;
  salesPerSecond: number;
  condition: SlotCondition;
  /** Since when the condition holds. */
  since: number;
}

/** Length of one step. No two things of one slot happen closer than this. */
const STEP_SECONDS = 5;

/** Customers, staff and lorries of one shop. Moves on in steps of simulated time; deterministic. */
export class World {
  readonly #scenario: Scenario;
  readonly #chance: Random;
  readonly #places: readonly Place[];
  readonly #observer: WorldObserver;
  readonly #products: ReadonlyMap<string, Product>;
  readonly #fixtureIds: readonly string[];
  readonly #thieves: Random;
  readonly storeRoom: StoreRoom;
  #second = 0;

  constructor(shop: Shop, scenario: Scenario, seed: string | number, observer: WorldObserver) {
    this.#scenario = scenario;
    this.#chance = random(seed, 'world', scenario.name);
    this.#observer = observer;
    this.#products = new Map(shop.products.map((product) => [product.gtin, product]));
    this.#fixtureIds = shop.fixtures.map(({ fixtureId }) => fixtureId);
    this.#thieves = random(seed, 'thieves', scenario.name);
    this.storeRoom = new StoreRoom(shop.stock);
    this.#places = shop.fixtures.flatMap((fixture) =>
      fixture.slots.map((slot) =>
        this.#place(slot, fixture.fixtureId, random(seed, scenario.name, 'slot', slot.slotId)),
      ),
    );
  }

  /** Sets the shelves as the scenario wants them at opening, and reports them all once. */
  open(): void {
    const { nearlySoldOutSlots, emptySlots } = this.#scenario.opening;
    this.#chance.shuffled(this.#places).forEach(({ shelf }, index) => {
      if (index < nearlySoldOutSlots) shelf.sellDownTo(1);
      else if (index < nearlySoldOutSlots + emptySlots) shelf.sellDownTo(0);
    });
    for (const place of this.#places) {
      place.condition = place.shelf.condition();
      this.#observer.conditionChanged(place.shelf.slot.slotId, place.condition, 0);
    }
  }

  shelf(slotId: string): SlotShelf {
    const place = this.#places.find((candidate) => candidate.shelf.slot.slotId === slotId);
    if (place === undefined) throw new RangeError(`No slot ${slotId}`);
    return place.shelf;
  }

  /** Lets time pass. @param second simulated seconds after opening; earlier times change nothing */
  advanceTo(second: number): void {
    while (this.#second + STEP_SECONDS <= second) {
      this.#second += STEP_SECONDS;
      if (!this.#scenario.closed.some((time) => covers(time, this.#second))) {
        this.#sell();
        this.#misplace();
        this.#tidy();
        if (this.#happensNow(this.#scenario.staff.roundEveryMinutes)) this.#refillRound();
      }
      this.#steal();
      this.#reset();
      this.#awaitLorry();
      this.#observe();
    }
  }

  #place(slot: SlotShelf['slot'], fixtureId: string, chance: Random): Place {
    const { perSlotPerHour, spread } = this.#scenario.sales;
    const popularity = Math.exp(spread * chance.normal() - (spread * spread) / 2);
    const shelf = new SlotShelf(slot, chance);
    return {
      shelf,
      fixtureId,
      salesPerSecond: (perSlotPerHour * popularity) / 3600,
      condition: shelf.condition(),
      since: 0,
    };
  }

  #isNow(second: number): boolean {
    return second > this.#second - STEP_SECONDS && second <= this.#second;
  }

  #happensNow(everyMinutes: number): boolean {
    return everyMinutes > 0 && this.#second % (everyMinutes * 60) < STEP_SECONDS;
  }

  #sell(): void {
    for (const { shelf, salesPerSecond } of this.#places)
      if (this.#chance.chance(salesPerSecond * STEP_SECONDS)) shelf.sellOne();
  }

  #misplace(): void {
    if (!this.#chance.chance((this.#scenario.misplacedPerHour / 3600) * STEP_SECONDS)) return;
    const target = this.#chance.pick(this.#places);
    if (target.condition.status !== 'stocked') return;
    const sources = this.#places.filter(
      ({ shelf, fixtureId }) =>
        fixtureId === target.fixtureId &&
        shelf.slot.gtin !== target.shelf.slot.gtin &&
        shelf.count > 1 &&
        (!this.#scenario.misplacedLookAlikes || this.#isLookAlike(shelf.slot.gtin, target.shelf.slot.gtin)) &&
        fits(shelf.slot, target.shelf.slot),
    );
    if (sources.length === 0) return;
    const source = this.#chance.pick(sources);
    if (source.shelf.sellOne()) target.shelf.misplace(source.shelf.slot.gtin);
  }

  #isLookAlike(one: string, other: string): boolean {
    const [a, b] = [this.#products.get(one), this.#products.get(other)];
    return a !== undefined && b !== undefined && a.brand === b.brand && a.form === b.form;
  }

  #steal(): void {
    for (const { atMinute, slots } of this.#scenario.thefts) {
      if (!this.#isNow(atMinute * 60)) continue;
      const full = this.#places.filter(({ condition }) => condition.status === 'stocked');
      for (const { shelf } of this.#thieves.shuffled(full).slice(0, slots)) shelf.sellDownTo(0);
    }
  }

  #reset(): void {
    for (const { fixture, fromMinute, forMinutes } of this.#scenario.resets) {
      const isOn = ({ fixtureId }: Place): boolean => fixtureId === this.#fixtureIds[fixture - 1];
      if (this.#isNow(fromMinute * 60)) for (const { shelf } of this.#places.filter(isOn)) shelf.clear();
      if (this.#isNow((fromMinute + forMinutes) * 60))
        for (const { shelf } of this.#places.filter(isOn)) shelf.refill(shelf.capacity);
    }
  }

  /** Whether staff are rebuilding the fixture of a slot. */
  isBeingReset(slotId: string, second: number): boolean {
    const place = this.#places.find((candidate) => candidate.shelf.slot.slotId === slotId);
    return this.#scenario.resets.some(
      (reset) => place?.fixtureId === this.#fixtureIds[reset.fixture - 1] && covers(reset, second),
    );
  }

  #tidy(): void {
    const after = this.#scenario.staff.tidyAfterMinutes * 60;
    for (const { shelf, condition, since } of this.#places)
      if (condition.status === 'misplaced' && this.#second - since >= after) shelf.tidy();
  }

  #refillRound(): void {
    const { refillAfterMinutes, refillShare } = this.#scenario.staff;
    for (const { shelf, condition, since } of this.#places) {
      const due =
        (condition.status === 'empty' || condition.status === 'low') && this.#second - since >= refillAfterMinutes * 60;
      const { gtin } = shelf.slot;
      if (this.isBeingReset(shelf.slot.slotId, this.#second)) continue;
      if (!due || !this.#chance.chance(refillShare) || this.storeRoom.there(gtin) <= 0) continue;
      this.storeRoom.take(gtin, shelf.refill(this.storeRoom.there(gtin)));
    }
  }

  #awaitLorry(): void {
    const { atMinutes, everyMinutes } = this.#scenario.deliveries;
    const regular = this.#happensNow(everyMinutes);
    if (regular) for (const { shelf } of this.#places) this.storeRoom.orderWhenOut(shelf.slot.gtin, shelf.capacity);
    if (regular || atMinutes.some((minute) => this.#isNow(minute * 60)))
      this.#observer.delivered(this.storeRoom.receiveOrders(), this.#second);
  }

  #observe(): void {
    for (const place of this.#places) {
      const now = place.shelf.condition();
      const { status, visibleFacings, foreignGtin } = place.condition;
      if (now.status === status && now.visibleFacings === visibleFacings && now.foreignGtin === foreignGtin) continue;
      if (now.status !== status) place.since = this.#second;
      place.condition = now;
      this.#observer.conditionChanged(place.shelf.slot.slotId, now, this.#second);
    }
  }
}
