import { causeOf, groupBy, type TimeSpan } from '@shelfwatch/domain';
import type { DecisionEntity, SlotEntity, StockEventEntity, StoreEntity, UnitOfWork } from '@shelfwatch/persistence';
import type { KpiEvent, KpiFacts, KpiSlot } from './kpi-facts.js';
import { leaveOut, slotTimeline } from './slot-timeline.js';

/** More events and faults than a year of a large store has; beyond it the sums would be wrong, so it is high. */
const ALL = 1_000_000;
const HOURS_OF_DAY = 24;

/** What is known of one store in a period. */
export async function readKpiFacts(unit: UnitOfWork, store: StoreEntity, { from, to }: TimeSpan): Promise<KpiFacts> {
  const { storeId } = store;
  const [slots, products, fixtures, suppliers, stock, events, watched] = await Promise.all([
    unit.shops.slots(storeId),
    unit.shops.products(),
    unit.shops.fixtures(storeId),
    unit.shops.suppliers(),
    unit.stockLevels.list(storeId),
    unit.stockEvents.list({ storeId, openedBefore: new Date(to), order: 'newest', limit: ALL }),
    watchedTimes(unit, storeId, { from, to }),
  ]);
  const overlapping = events.filter(({ closedAt }) => closedAt === null || closedAt.getTime() > from);
  const [decisions, answers] = await Promise.all([
    unit.decisions.find(overlapping.flatMap(({ decisionId }) => decisionId ?? [])),
    unit.floorAnswers.ofEvents(overlapping.map(({ eventId }) => eventId)),
  ]);
  // Oldest first: the first answer of each event stays.
  const answeredAt = new Map(answers.reverse().map((answer) => [answer.eventId, answer.answeredAt.getTime()]));
  const decisionOf = new Map(decisions.map((decision) => [decision.decisionId, decision]));
  const productOf = new Map(products.map((product) => [product.gtin, product]));
  const aisleOf = new Map(fixtures.map(({ fixtureId, aisle }) => [fixtureId, aisle]));
  const supplierOf = new Map(suppliers.map(({ supplierId, name }) => [supplierId, name]));
  const sold = new Set(stock.filter(({ dailySales }) => dailySales !== null).map(({ gtin }) => gtin));
  const describe = ({ slotId, gtin, fixtureId }: SlotEntity): KpiSlot => {
    const product = productOf.get(gtin);
    return {
      ...{ slotId, store: store.name, timeZone: store.timeZone },
      category: product?.category ?? '',
      aisle: aisleOf.get(fixtureId) ?? '',
      supplier: supplierOf.get(product?.supplierId ?? '') ?? '',
    };
  };
  const toEvent = (event: StockEventEntity): KpiEvent =>
    toKpiEvent(event, {
      decision: decisionOf.get(event.decisionId ?? ''),
      acknowledgedAt: answeredAt.get(event.eventId) ?? null,
      isRateKnown: sold.has(event.gtin),
      tradingHoursPerDay: store.tradingHoursPerDay,
    });
  const known = overlapping.map(toEvent);
  const bySlot = groupBy(
    known.filter(({ status }) => status !== 'retracted'),
    ({ slotId }) => slotId,
  );
  const intervals = slots.flatMap(({ slotId }) => {
    const conditions = (bySlot.get(slotId) ?? []).map(({ kind, since, closedAt }) => ({
      kind,
      from: since,
      to: closedAt ?? to,
    }));
    return slotTimeline(slotId, { from, to }, conditions, watched.get(slotId) ?? []);
  });
  return { from, to, slots: slots.map(describe), intervals, events: known };
}

/**
 * For each slot, by camera, when it could be seen: from the calibration that holds now until the last picture, without
 * the camera's faults.
 */
async function watchedTimes(unit: UnitOfWork, storeId: string, period: TimeSpan): Promise<Map<string, TimeSpan[][]>> {
  const cameras = await unit.cameras.list(storeId);
  const views = await unit.cameras.views(cameras.map(({ cameraId }) => cameraId));
  const watched = new Map<string, TimeSpan[][]>();
  for (const { cameraId, lastFrameAt } of cameras) {
    const view = views.get(cameraId);
    if (view === undefined || lastFrameAt === null) continue;
    const faults = (await unit.cameraHealth.history(cameraId, ALL)).map(({ openedAt, closedAt }) => ({
      from: openedAt.getTime(),
      to: closedAt?.getTime() ?? Infinity,
    }));
    const time = {
      from: Math.max(period.from, view.validFrom.getTime()),
      to: Math.min(period.to, lastFrameAt.getTime()),
    };
    const seen = time.to > time.from ? leaveOut(time, faults) : [];
    for (const slotId of new Set(view.regions.map((region) => region.slotId))) {
      watched.set(slotId, [...(watched.get(slotId) ?? []), seen]);
    }
  }
  return watched;
}

function toKpiEvent(
  event: StockEventEntity,
  known: {
    decision: DecisionEntity | undefined;
    /** First answer of a person. */
    acknowledgedAt: number | null;
    isRateKnown: boolean;
    tradingHoursPerDay: number;
  },
): KpiEvent {
  const { decision, acknowledgedAt, isRateKnown, tradingHoursPerDay } = known;
  const { slotId, kind, status, since, openedAt, closedAt, backroomFound, urgencyCentsPerHour } = event;
  const closed = closedAt?.getTime() ?? null;
  return {
    ...{ slotId, kind, status, backroomFound, closedAt: closed },
    since: since.getTime(),
    openedAt: openedAt.getTime(),
    // Retracted before answers were kept: the retraction was the answer.
    acknowledgedAt: acknowledgedAt ?? (status === 'retracted' ? closed : null),
    cause: causeOf(decision?.remedy ?? null, backroomFound),
    bookStock: bookStockOf(decision),
    // The store's opening hours are not known, only how many: the loss is spread over the day.
    lostCentsPerHour: isRateKnown ? (urgencyCentsPerHour * tradingHoursPerDay) / HOURS_OF_DAY : null,
  };
}

/** What the decision noted of the book. */
function bookStockOf(decision: DecisionEntity | undefined): number | null {
  const { backroom, bookShelf } = decision?.inputs ?? {};
  if (typeof backroom !== 'number' && typeof bookShelf !== 'number') return null;
  return (typeof backroom === 'number' ? backroom : 0) + (typeof bookShelf === 'number' ? bookShelf : 0);
}
