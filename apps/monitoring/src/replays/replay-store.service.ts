import { Injectable } from '@nestjs/common';
import type { ReplayOutcome, ReplayReport, ReplayRequest } from '@shelfwatch/contracts';
import { calendarProblem, compareEvents, type PolicyChoices, type StoredObservation } from '@shelfwatch/domain';
import { Database, type StockEventEntity } from '@shelfwatch/persistence';
import { ProblemException } from '@shelfwatch/platform';
import { ShopWords } from '../shelf-words/describe-shop.js';
import { findDifferences, MOST_DIFFERENCES } from './find-differences.js';
import { type PlayedEvent, playRules, type RuleSettings } from './play-rules.js';
import { readReplayWorld, type ReplayWorld } from './replay-world.js';

/** Some seconds of work: about two days of a store whose twenty cameras look at a hundred slots each minute. */
const MOST_OBSERVATIONS = 400_000;
/** Played before the period, so that the slots begin in the state in which they were. */
const WARM_UP_MS = 3_600_000;
const MOST_RECORDED = 100_000;

const LIMITS = [
  'Answers from the floor, retractions and faults of cameras that came after an event opened are not replayed.',
  'Planogram, prices, lead times, sales rates and policies are those of today; stock is what the ledger says of the moment.',
  'Orders of the replay arrive after the lead time; orders that were really placed are in the ledger only.',
];

/** Plays the stored observations of a period again, with the settings of today and with others. Writes nothing. */
@Injectable()
export class ReplayStore {
  constructor(private readonly database: Database) {}

  /** @throws ProblemException 404 for an unknown store, 400 for a calendar that cannot be, 422 for a period with too many observations */
  async replay(storeId: string, request: ReplayRequest): Promise<ReplayReport> {
    const { unit } = this.database;
    const [from, to] = [new Date(request.from), new Date(request.to)];
    if ((await unit.shops.store(storeId)) === undefined)
      throw new ProblemException(404, 'STORE_UNKNOWN', `There is no store ${storeId}.`);
    const world = await readReplayWorld(unit, storeId, from, to);
    const { observations, modelVersions, count } = await this.observations(world, from, to);
    const opened = ({ event }: PlayedEvent): boolean => event.openedAt >= from;
    const asIs = playRules(world, observations, rulesOf(world)).filter(opened);
    const whatIf = playRules(world, observations, rulesOf(world, request.whatIf)).filter(opened);
    const differences = findDifferences(asIs, whatIf);
    const words = await ShopWords.load(
      unit,
      differences.map(({ event }) => event.slotId),
      differences.map(({ event }) => event.gtin),
    );
    return {
      storeId,
      ...{ from: from.toISOString(), to: to.toISOString() },
      ...{ observations: count, modelVersions },
      ...{ asIs: outcomeOf(asIs), whatIf: outcomeOf(whatIf) },
      recorded: await this.compareWithRecorded(storeId, asIs, from, to),
      differences: differences.slice(0, MOST_DIFFERENCES).map(({ event, change, closedAt, remedy }) => ({
        ...{ change, slotId: event.slotId, kind: event.kind, remedy },
        ...{ product: words.product(event.gtin), place: words.place(event.slotId, event.cameraId) },
        ...{ since: event.since.toISOString(), openedAt: event.openedAt.toISOString() },
        closedAt: closedAt?.toISOString() ?? null,
      })),
      differencesInAll: differences.length,
      limits: LIMITS,
    };
  }

  private async observations(
    { slots }: ReplayWorld,
    from: Date,
    to: Date,
  ): Promise<{ observations: Map<string, StoredObservation[]>; modelVersions: string[]; count: number }> {
    const { observations } = this.database.unit;
    const warmUp = new Date(from.getTime() - WARM_UP_MS);
    const slotIds = slots.map(({ slotId }) => slotId);
    const count = await observations.count(slotIds, warmUp, to);
    if (count > MOST_OBSERVATIONS) {
      const share = Math.floor(((to.getTime() - from.getTime()) / 3_600_000) * (MOST_OBSERVATIONS / count));
      throw new ProblemException(
        422,
        'PERIOD_TOO_LONG',
        `The period has ${count} observations, and ${MOST_OBSERVATIONS} can be replayed at once: ask for about ${share} hours.`,
      );
    }
    const bySlot = new Map<string, StoredObservation[]>();
    // One after the other: together they would fill the memory with rows that wait.
    for (const slotId of slotIds) bySlot.set(slotId, await observations.ofSlot(slotId, warmUp, to));
    const versions = new Set([...bySlot.values()].flatMap((rows) => rows.map(({ modelVersion }) => modelVersion)));
    return { observations: bySlot, modelVersions: [...versions].sort(), count };
  }

  private async compareWithRecorded(
    storeId: string,
    asIs: readonly PlayedEvent[],
    from: Date,
    to: Date,
  ): Promise<ReplayReport['recorded']> {
    const recorded = await this.database.unit.stockEvents.list({
      ...{ storeId, openedFrom: from, openedBefore: to, order: 'newest', limit: MOST_RECORDED },
    });
    const { both, onlyA, onlyB } = compareEvents(recorded.map(asCompared), asIs);
    return {
      ...{ events: recorded.length, alsoReplayed: both.length },
      ...{ onlyRecorded: onlyA.length, onlyReplayed: onlyB.length },
    };
  }
}

const asCompared = ({ slotId, kind, since, closedAt }: StockEventEntity) => ({
  ...{ slotId, kind },
  ...{ from: since, to: closedAt },
});

/** @throws ProblemException 400 for a calendar that cannot be */
function rulesOf({ expectedGaps }: ReplayWorld, whatIf?: ReplayRequest['whatIf']): RuleSettings {
  if (whatIf === undefined) return { filter: {}, replenishment: {}, expectedGaps };
  const { filter, lowShare, replenishment } = whatIf;
  const problem = replenishment.calendar ? calendarProblem(replenishment.calendar) : undefined;
  if (problem !== undefined) {
    throw new ProblemException(400, 'CALENDAR_WRONG', `whatIf.replenishment.calendar: ${problem}.`, [
      { path: 'whatIf.replenishment.calendar', message: problem },
    ]);
  }
  const more = whatIf.moreSuppressions.map(({ startsAt, endsAt, reason }) => ({
    ...{ startsAt: new Date(startsAt), endsAt: new Date(endsAt), reason },
  }));
  return {
    filter: given(filter),
    ...(lowShare === undefined ? {} : { lowShare }),
    replenishment: given(replenishment) as PolicyChoices,
    expectedGaps:
      whatIf.suppressions === 'none'
        ? { ...expectedGaps, openingHours: [], windows: more }
        : { ...expectedGaps, windows: [...expectedGaps.windows, ...more] },
  };
}

const given = <T extends object>(choices: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

function outcomeOf(played: readonly PlayedEvent[]): ReplayOutcome {
  const counted = (names: readonly string[]): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const name of [...names].sort()) counts[name] = (counts[name] ?? 0) + 1;
    return counts;
  };
  const orders = played.flatMap(({ order }) => order ?? []);
  return {
    events: counted(played.map(({ kind }) => kind)),
    decisions: counted(played.map(({ remedy }) => remedy)),
    orders: {
      count: orders.length,
      items: orders.reduce((sum, { items }) => sum + items, 0),
      valueCents: orders.reduce((sum, { valueCents }) => sum + valueCents, 0),
    },
  };
}
