import {
  expectedLostSalesCentsPerHour,
  type Gtin,
  proposeCounts,
  routeStockEvent,
  type SlotStatus,
  type StockEvent,
  transitionStockEvents,
} from '@shelfwatch/domain';
import { exponential } from './chance.js';
import { inBook, trueStatus, visibleFacings } from './product-stock.js';
import { routerQuestion } from './router-question.js';
import type { Shop } from './shop.js';
import { DAY, dateOf, dayOf, HOUR } from './shop-clock.js';
import type { ShopEvent } from './shop-event.js';
import { type Task, TaskList } from './task-list.js';

/** What the platform knows of one place. */
interface WatchedPlace {
  /** What it last made sure of. */
  status: SlotStatus;
  visibleFacings: number;
  open: readonly StockEvent[];
  /** The answer of somebody who looked in the back room. */
  backroomFound: boolean | null;
}

/** How long a mistaken look lasts until the next pictures set it right, minutes [assumed]. */
const MISTAKE_MINUTES = 30;

/**
 * The platform in one shop: its own rules (`transitionStockEvents`, `routeStockEvent` with `proposeReorder`, urgency)
 * behind eyes that are late, miss and err as `bench events` measures, and staff who do its tasks in the time that
 * rounds took before.
 */
export class PlatformInShop {
  private readonly places: WatchedPlace[];
  private readonly tasks = new TaskList();
  private staffFreeAt = 0;
  private minutesLeft = 0;

  constructor(private readonly shop: Shop) {
    this.places = shop.products.map(({ facings }) => ({
      ...{ status: 'stocked', visibleFacings: facings, open: [], backroomFound: null },
    }));
    shop.onShelfChange = (product, at) => this.look(product, at);
    shop.onBookChange = (product, at) => this.bookChanged(product, at);
  }

  beginDay(): void {
    const { day, products, parameters } = this.shop;
    const { opensAtHour, closesAtHour, staff, platform } = parameters;
    const opens = day * DAY + opensAtHour * HOUR;
    const unwatched = products.filter(({ watched }) => !watched).length / products.length;
    this.minutesLeft = staff.roundHours.length * (staff.roundMinutes - staff.walkMinutes * unwatched);
    this.staffFreeAt = opens;
    for (const product of products.keys()) this.look(product, opens);
    for (let at = opens; at < day * DAY + closesAtHour * HOUR; at += platform.rerouteMinutes) {
      this.shop.queue.push({ at, kind: 'reroute' });
    }
    this.askForGuidedCounts(opens);
  }

  endDay(): void {
    this.shop.tally.leftOver += this.tasks.size;
  }

  handle(event: ShopEvent): void {
    if (event.kind === 'seen') this.see(event.product, event.at, event.mistaken);
    else if (event.kind === 'reroute') for (const product of this.places.keys()) this.decide(product, event.at);
    else if (event.kind === 'staff') this.work(event.at);
  }

  /** Something moved in front of the camera: some pictures later the platform is sure, if it notices at all. */
  private look(product: number, at: number): void {
    const { chance, products, parameters, queue } = this.shop;
    if (!products[product]!.watched || this.isBlind(product, at)) return;
    const place = this.places[product]!;
    const { status, visible } = this.truth(product);
    if (status === place.status && visible === place.visibleFacings) return;
    const next = chance.stream('vision', product, Math.floor(at), visible);
    const { recall, detectMinutes } = parameters.platform;
    if (status !== 'stocked' && status !== place.status && next() >= recall) return;
    queue.push({ at: at + exponential(next(), detectMinutes), kind: 'seen', product, mistaken: null });
  }

  private see(product: number, at: number, mistaken: SlotStatus | null): void {
    if (this.isBlind(product, at)) return;
    const place = this.places[product]!;
    const { status, visible } = mistaken === null ? this.truth(product) : { status: mistaken, visible: 0 };
    const facts = transitionStockEvents(
      place.open,
      {
        ...{ storeId: 'shop', slotId: String(product), cameraId: 'camera', gtin: gtinOf(product) },
        ...{ status, since: dateOf(at), confidence: 0.95, visibleFacings: visible, foreignGtin: null },
        modelVersion: 'simulated',
      },
      dateOf(at),
      (slotId, kind, since) => `${slotId}/${kind}/${since.getTime()}`,
    );
    const open = facts.filter(({ change }) => change !== 'closed').map(({ event }) => event);
    if (facts.length > 0) place.open = open;
    Object.assign(place, { status, visibleFacings: visible });
    for (const { change } of facts) if (change === 'opened') this.opened(product, at, mistaken !== null);
    if (place.open.length === 0) this.allIsWell(product);
    else if (facts.length > 0) this.decide(product, at);
  }

  /** For so many true events there is a false one, somewhere. */
  private opened(product: number, at: number, isFalse: boolean): void {
    const { tally, chance, products, parameters, queue } = this.shop;
    tally.events += 1;
    if (isFalse) {
      tally.falseEvents += 1;
      return;
    }
    const next = chance.stream('vision', product, Math.floor(at), -1);
    if (next() >= 1 / parameters.platform.precision - 1) return;
    const other = Math.floor(next() * products.length);
    if (!products[other]!.watched) return;
    queue.push({ at: at + 1, kind: 'seen', product: other, mistaken: 'empty' });
    queue.push({ at: at + 1 + MISTAKE_MINUTES, kind: 'seen', product: other, mistaken: null });
  }

  private allIsWell(product: number): void {
    this.places[product]!.backroomFound = null;
    this.tasks.drop(product, 'restock');
  }

  /** New figures in the book: an old answer about the back room no longer holds. */
  private bookChanged(product: number, at: number): void {
    this.places[product]!.backroomFound = null;
    this.decide(product, at);
  }

  private decide(product: number, at: number): void {
    const place = this.places[product]!;
    const [event] = place.open;
    if (event === undefined) return;
    const { shop } = this;
    const stock = shop.stocks[product]!;
    const { decision, proposal } = routeStockEvent(
      routerQuestion(event, at, stock, shop.products[product]!, place.backroomFound, shop.parameters.supply),
    );
    if (decision.remedy === 'RESTOCK_FROM_BACKROOM') this.ask(product, 'restock', at, this.urgencyOf(product));
    else if (decision.remedy === 'COUNT_REQUEST') {
      if (this.ask(product, 'count', at, this.urgencyOf(product))) shop.tally.countsAsked += 1;
    } else if (decision.remedy === 'REORDER' && proposal !== null && proposal.missing.length === 0) {
      if (shop.isOrderDay && proposal.quantity > 0) shop.order(product, proposal.quantity);
    }
  }

  private ask(product: number, kind: Task['kind'], at: number, urgency: number): boolean {
    const { chance, parameters, queue } = this.shop;
    const wait = exponential(chance.uniform('response', product, Math.floor(at)), parameters.platform.responseMinutes);
    const isNew = this.tasks.add({ product, kind, readyAt: at + wait, urgency });
    if (isNew) queue.push({ at: at + wait, kind: 'staff' });
    return isNew;
  }

  private work(at: number): void {
    const { opensAtHour, closesAtHour } = this.shop.parameters;
    const minute = at - dayOf(at) * DAY;
    if (at < this.staffFreeAt || minute < opensAtHour * HOUR || minute >= closesAtHour * HOUR) return;
    const task = this.tasks.take(at, (one) => this.minutesFor(one) <= this.minutesLeft);
    if (task === undefined) return;
    const minutes = this.minutesFor(task);
    this.minutesLeft -= minutes;
    this.staffFreeAt = at + minutes;
    this.shop.queue.push({ at: this.staffFreeAt, kind: 'staff' });
    if (task.kind === 'restock') this.restock(task.product, at);
    else {
      this.shop.tally.staffMinutes += minutes;
      this.shop.count(task.product, at);
    }
  }

  private restock(product: number, at: number): void {
    const { tally, parameters } = this.shop;
    const place = this.places[product]!;
    if (this.truth(product).status === 'stocked') {
      // "Not out of stock": the event is retracted.
      tally.trips += 1;
      tally.wastedWalks += 1;
      tally.staffMinutes += parameters.staff.tripMinutes;
      const { status, visible } = this.truth(product);
      Object.assign(place, { status, visibleFacings: visible, open: [] });
      this.allIsWell(product);
      return;
    }
    if (this.shop.refillFromBackroom(product, at)) return;
    place.backroomFound = false;
    this.decide(product, at);
  }

  /** No hurry: whoever works through the list comes to these when nothing is missing on the shelf. */
  private askForGuidedCounts(at: number): void {
    const { stocks, parameters } = this.shop;
    const candidates = stocks.map((stock, product) => ({
      ...{ gtin: gtinOf(product), onHand: inBook(stock), shortfall: stock.shortfall, dailySales: stock.forecast },
      countedAt: dateOf(stock.lastCountedDay * DAY),
    }));
    const settings = { perDay: parameters.platform.guidedCountsPerDay, tolerance: parameters.tolerance };
    for (const { gtin } of proposeCounts(candidates, dateOf(at), settings)) this.ask(Number(gtin), 'count', at, 0);
  }

  private minutesFor({ kind }: Task): number {
    const { staff } = this.shop.parameters;
    return kind === 'restock' ? staff.tripMinutes : staff.countMinutes;
  }

  private urgencyOf(product: number): number {
    const { priceCents, facings } = this.shop.products[product]!;
    const { opensAtHour, closesAtHour } = this.shop.parameters;
    return expectedLostSalesCentsPerHour({
      dailySales: this.shop.stocks[product]!.forecast,
      priceCents,
      tradingHoursPerDay: closesAtHour - opensAtHour,
      visibleFacings: this.places[product]!.visibleFacings,
      facings,
    });
  }

  private truth(product: number): { status: SlotStatus; visible: number } {
    const stock = this.shop.stocks[product]!;
    return { status: trueStatus(stock, this.shop.products[product]!), visible: visibleFacings(stock) };
  }

  private isBlind(product: number, at: number): boolean {
    const { chance, parameters } = this.shop;
    return chance.uniform('vision', product, dayOf(at), -2) < parameters.platform.blindShare;
  }
}

/** Identifies the product inside the simulation only. */
const gtinOf = (product: number): Gtin => String(product).padStart(14, '0') as Gtin;
