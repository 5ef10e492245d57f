import { type Cause, isAccurate } from '@shelfwatch/domain';
import { Chance } from './chance.js';
import { dayOfCustomers, type Visit } from './day-of-customers.js';
import { EventQueue } from './event-queue.js';
import type { ImpactParameters } from './parameters.js';
import { proposeByBook, shipOrder } from './place-order.js';
import {
  bookOut,
  correctBook,
  inBook,
  inStore,
  onShelf,
  type ProductStock,
  refill,
  takeOne,
  trueStatus,
} from './product-stock.js';
import { DAY, dayOf, HOUR } from './shop-clock.js';
import type { ShopEvent } from './shop-event.js';
import { drawRange, type ShopProduct } from './shop-range.js';
import { newTally, type Tally } from './tally.js';

/** Weight of the last day in the forecast (simple exponential smoothing; Brown 1956). */
const SMOOTHING = 0.1;

/** Unrecorded shrink of a shop, as a multiple of the chain's mean [assumed]. */
const SHOP_SPREAD = [0.6, 0.8, 1, 1.2, 1.4] as const;

/** One shop: what is on the shelf and in the back room, what the book says, customers, deliveries and the staff's usual day. */
export class Shop {
  readonly products: readonly ShopProduct[];
  queue = new EventQueue<ShopEvent>();
  stocks: ProductStock[];
  tally: Tally = newTally();
  day = 0;
  /** Told when something has happened to a product on the shelf or in the book; set by what watches the shop. */
  onShelfChange: ((product: number, at: number) => void) | undefined;
  onBookChange: ((product: number, at: number) => void) | undefined;

  constructor(
    readonly parameters: ImpactParameters,
    readonly chance: Chance,
  ) {
    this.products = drawRange(chance, parameters);
    this.stocks = this.products.map((product, index) => this.opening(product, index));
  }

  /** A shop of the chain: like the others, but some lose more than others. */
  static open(parameters: ImpactParameters, seed: number): Shop {
    const chance = new Chance(seed);
    const spread = SHOP_SPREAD[Math.floor(chance.uniform('range', -1) * SHOP_SPREAD.length)]!;
    const { errors } = parameters;
    const unrecordedShrinkShare = errors.unrecordedShrinkShare * spread;
    return new Shop({ ...parameters, errors: { ...errors, unrecordedShrinkShare } }, chance);
  }

  /** The same shop on the same morning, to go on in another way; `changes` of what the days to come rest on. */
  clone(changes: Partial<ImpactParameters> = {}): Shop {
    const copy = new Shop({ ...this.parameters, ...changes }, this.chance);
    copy.stocks = structuredClone(this.stocks);
    copy.queue = this.queue.clone();
    copy.day = this.day;
    return copy;
  }

  /** Before opening: goods come, the back room is put out, the calendar's counts are done; then the day's visits are drawn. */
  beginDay(): void {
    const { opensAtHour, closesAtHour, staff } = this.parameters;
    const start = this.day * DAY;
    for (const index of this.products.keys()) {
      const came = this.receive(index);
      this.putOut(index, came);
      if ((this.day + index) % staff.countEveryDays === 0) this.count(index, start);
      for (const visit of dayOfCustomers(this.chance, this.parameters, this.products, index, this.day)) {
        this.queue.push(visit);
      }
    }
    for (const [turn, hour] of staff.roundHours.entries())
      this.queue.push({ at: start + hour * HOUR, kind: 'round', turn });
    for (let hour = opensAtHour; hour < closesAtHour; hour += 1) {
      this.queue.push({ at: start + hour * HOUR + 30, kind: 'hour' });
    }
  }

  /** After closing: forecasts move, orders go out by the book, the book is compared with what is there. */
  endDay(): void {
    for (const [index, stock] of this.stocks.entries()) {
      const error = stock.soldToday - stock.forecast;
      stock.forecast += SMOOTHING * error;
      stock.forecastVariance += SMOOTHING * (error * error - stock.forecastVariance);
      stock.soldToday = 0;
      const { due, quantity } = proposeByBook(stock, this.products[index]!, this.parameters);
      if (this.isOrderDay && due && quantity > 0) this.order(index, quantity);
      this.compareBook(stock);
    }
    this.day += 1;
    this.tally.days += 1;
  }

  visit({ at, kind, product, turn }: Visit): void {
    const stock = this.stocks[product]!;
    const day = dayOf(at);
    if (kind === 'demand') this.tally.demand += 1;
    if (onShelf(stock) === 0) {
      if (kind !== 'demand') return;
      this.tally.unmet += 1;
      this.tally.lostSalesCents += this.products[product]!.priceCents;
      return;
    }
    const share = kind === 'sweep' ? 0.5 + 0.5 * this.chance.uniform('theft', product, day, turn, 7) : 0;
    const items = kind === 'sweep' ? Math.ceil(share * onShelf(stock)) : 1;
    for (let item = 0; item < items; item += 1) takeOne(stock, this.chance.uniform('facing', product, day, turn, item));
    if (kind === 'demand') this.scan(product, day, turn);
    if (onShelf(stock) === 0) this.tally.incidents += 1;
    this.onShelfChange?.(product, at);
  }

  /** Staff look for goods in the back room and put them out. Returns whether they found any. */
  refillFromBackroom(product: number, at: number): boolean {
    const stock = this.stocks[product]!;
    this.tally.trips += 1;
    this.tally.staffMinutes += this.parameters.staff.tripMinutes;
    const isFound = this.chance.uniform('search', product, Math.floor(at)) < this.parameters.staff.findsStock;
    const moved = isFound ? refill(stock, this.products[product]!) : 0;
    if (moved === 0) this.tally.wastedWalks += 1;
    else this.onShelfChange?.(product, at);
    return moved > 0;
  }

  /** Somebody counts shelf and back room; the book becomes what was counted. */
  count(product: number, at: number): void {
    const next = this.chance.stream('count', product, Math.floor(at));
    const isWrong = next() < this.parameters.errors.miscountShare;
    correctBook(this.stocks[product]!, this.day, isWrong ? (next() < 0.5 ? -1 : 1) : 0);
    this.tally.counts += 1;
    this.onBookChange?.(product, at);
  }

  order(product: number, quantity: number): void {
    const { casePack } = this.products[product]!;
    const ordered = shipOrder(this.chance, this.parameters, { product, day: this.day, quantity, casePack });
    this.stocks[product]!.orders.push(ordered);
    this.tally.orders += 1;
    this.tally.orderedItems += quantity;
  }

  get isOrderDay(): boolean {
    return this.parameters.supply.orderWeekdays.includes(this.day % 7);
  }

  /** The hour's look along the shelves, for the figures. */
  lookAround(): void {
    const { tally } = this;
    for (const [index, stock] of this.stocks.entries()) {
      tally.slotHours += 1;
      if (onShelf(stock) > 0) continue;
      tally.emptyHours += 1;
      tally.emptyHoursByCause[this.causeOf(stock, index)] += 1;
    }
  }

  /** Staff walk along the places and mend what they notice, as far as the time goes. */
  round(at: number, turn: number, includes: (product: ShopProduct) => boolean): void {
    const { staff } = this.parameters;
    const visited = [...this.products.keys()].filter((index) => includes(this.products[index]!));
    if (visited.length === 0) return;
    this.tally.rounds += 1;
    this.tally.staffMinutes += (staff.walkMinutes * visited.length) / this.products.length;
    let trips = Math.floor((staff.roundMinutes - staff.walkMinutes) / staff.tripMinutes);
    for (const index of visited) {
      const status = trueStatus(this.stocks[index]!, this.products[index]!);
      const notices = status === 'empty' ? staff.noticesEmpty : status === 'low' ? staff.noticesLow : 0;
      if (trips <= 0 || this.chance.uniform('notice', index, this.day, turn) >= notices) continue;
      trips -= 1;
      const isFound = this.refillFromBackroom(index, at);
      const corrects = this.chance.uniform('notice', index, this.day, turn, 1) < staff.correctsBook;
      if (!isFound && inBook(this.stocks[index]!) > 0 && corrects) this.count(index, at);
    }
  }

  private opening(product: ShopProduct, index: number): ProductStock {
    const { supply, staff } = this.parameters;
    const shelf = Array.from({ length: product.facings }, () => product.depth);
    const backroom = Math.ceil(product.dailyDemand * supply.leadTimeDays);
    return {
      ...{ shelf, backroom, bookShelf: product.capacity, bookBackroom: backroom, shortfall: 0, orders: [] },
      ...{ forecast: product.dailyDemand, forecastVariance: product.dailyDemand, soldToday: 0 },
      ...{ lastCountedDay: -(index % staff.countEveryDays), failedBySupplier: false },
    };
  }

  /** This morning's delivery goes to the back room; the book takes over the delivery note. */
  private receive(index: number): boolean {
    const stock = this.stocks[index]!;
    const arriving = stock.orders.filter(({ arrivesOnDay }) => arrivesOnDay <= this.day);
    if (arriving.length === 0) return false;
    stock.orders = stock.orders.filter(({ arrivesOnDay }) => arrivesOnDay > this.day);
    for (const { shipped, quantity } of arriving) {
      stock.failedBySupplier = shipped < quantity;
      if (shipped === 0) continue;
      const next = this.chance.stream('receipt', index, this.day);
      const isWrong = next() < this.parameters.errors.receivingErrorShare;
      const error = (next() < 0.5 ? -1 : 1) * (1 + Math.floor((next() * this.products[index]!.casePack) / 2));
      stock.backroom += Math.max(0, shipped + (isWrong ? error : 0));
      stock.bookBackroom += shipped;
    }
    return true;
  }

  private putOut(index: number, hasDelivery: boolean): void {
    const { putsAwayDelivery, putsAwayLater } = this.parameters.staff;
    const share = hasDelivery ? putsAwayDelivery : putsAwayLater;
    if (this.chance.uniform('put-away', index, this.day) < share) refill(this.stocks[index]!, this.products[index]!);
    this.onShelfChange?.(index, this.day * DAY);
    if (hasDelivery) this.onBookChange?.(index, this.day * DAY);
  }

  /** Mistaken scans book the neighbour out: one book ends too high, the other too low. */
  private scan(product: number, day: number, turn: number): void {
    const isMistaken = this.chance.uniform('scan', product, day, turn) < this.parameters.errors.misscanShare;
    const neighbour = product ^ 1;
    const scanned = this.stocks[isMistaken && neighbour < this.stocks.length ? neighbour : product]!;
    bookOut(scanned, 1);
    scanned.soldToday += 1;
  }

  /** What keeps an empty place empty. */
  private causeOf(stock: ProductStock, index: number): Cause {
    if (stock.backroom > 0) return 'in-store-not-on-shelf';
    const isLate = stock.orders.some(({ expectedOnDay }) => expectedOnDay < this.day);
    if (isLate || stock.failedBySupplier || stock.orders.some(({ shipped, quantity }) => shipped < quantity)) {
      return 'not-delivered';
    }
    const needed = proposeByBook({ ...stock, bookShelf: 0, bookBackroom: 0 }, this.products[index]!, this.parameters);
    const isHidden =
      inBook(stock) > 0 && needed.due && !proposeByBook(stock, this.products[index]!, this.parameters).due;
    return isHidden ? 'phantom' : 'not-ordered';
  }

  private compareBook(stock: ProductStock): void {
    const record = { book: inBook(stock), counted: inStore(stock) };
    const { tally } = this;
    tally.records += 1;
    tally.items += record.counted;
    tally.absoluteError += Math.abs(record.book - record.counted);
    if (isAccurate(record, this.parameters.tolerance)) tally.accurate += 1;
    if (record.book === record.counted) tally.exact += 1;
    if (record.book > record.counted) tally.tooHigh += 1;
  }
}
