import { parseGtin } from '../identifiers/gtin.js';
import type { FacingReading } from '../observation/slot-observation.js';
import { DEFAULT_FILTER_SETTINGS } from '../slot-filter/filter-settings.js';
import type { StockEventFact } from '../stock-event/transition-stock-events.js';
import { type ReplayedSlot, replaySlot } from './replay-slot.js';

const TEA = parseGtin('8904000210037')!;
const START = Date.parse('2026-03-02T09:00:00Z');

interface Seen {
  capturedAt: Date;
  readings: FacingReading[];
}

/** A day of one slot: sold out and refilled several times, with noise, hidden frames and late ones. From a formula, not from chance. */
function day(): Seen[] {
  const noise = (n: number) => ((Math.imul(n + 1, 2_654_435_761) >>> 8) % 1_000) / 1_000;
  return Array.from({ length: 2_000 }, (_, index) => {
    const left = 3 - (Math.floor(index / 120) % 4);
    const readings = [0, 1, 2].map((facing): FacingReading => {
      const isThere = facing < left !== noise(index * 5 + facing) > 0.98;
      const sure = 0.75 + 0.24 * noise(index * 11 + facing);
      const hidden = noise(index * 3 + facing * 7) > 0.9 ? 0.9 : 0.02;
      const label = hidden > 0.5 ? 'occluded' : isThere ? TEA : 'empty';
      return {
        facing,
        label,
        probability: hidden > 0.5 ? hidden : sure,
        expectedProbability: isThere ? sure : 1 - sure,
        emptyProbability: isThere ? 1 - sure : sure,
        occludedProbability: hidden,
      };
    });
    const lateBy = index % 97 === 0 ? 60_000 : 0;
    return { capturedAt: new Date(START + index * 15_000 - lateBy), readings };
  });
}

const SLOT = { storeId: 's', slotId: 'a', gtin: TEA, facings: 3, lowFacings: 1 };

const playAll = (
  observations: readonly Seen[],
  over: Partial<ReplayedSlot> = {},
  settings = DEFAULT_FILTER_SETTINGS,
): StockEventFact[] =>
  replaySlot(
    { ...SLOT, ...over },
    observations.map((seen) => ({ ...seen, cameraId: 'c', modelVersion: 'm' })),
    settings,
  );

describe('a replay', () => {
  it('When the same observations are played again, then the same events come out, bit for bit', () => {
    const facts = playAll(day());
    expect(facts.length).toBeGreaterThan(10);
    expect(JSON.stringify(playAll(day()))).toBe(JSON.stringify(facts));
  });

  it('When observations are delivered twice or late copies are mixed in, then the events are the same', () => {
    const once = day();
    const twice = once.flatMap((seen, index) => [seen, seen, ...(index > 5 ? [once[index - 5]!] : [])]);
    expect(playAll(twice)).toEqual(playAll(once));
  });

  it('When the day is over, then each emptying gave one out-of-stock event and no more', () => {
    const opened = playAll(day()).filter(({ change, event }) => change === 'opened' && event.kind === 'out-of-stock');
    // 2,000 frames in cycles of 480: four whole ones have a sold-out phase.
    expect(opened).toHaveLength(4);
  });

  it('When the slot is low later, then there are fewer low-stock events and as many that are empty', () => {
    const opened = (facts: StockEventFact[], kind: string): number =>
      facts.filter(({ change, event }) => change === 'opened' && event.kind === kind).length;
    const [early, late] = [playAll(day()), playAll(day(), { lowFacings: 0 })];
    expect(opened(early, 'low-stock')).toBeGreaterThan(0);
    expect(opened(late, 'low-stock')).toBe(0);
    expect(opened(late, 'out-of-stock')).toBe(opened(early, 'out-of-stock'));
  });

  it('When evidence has to hold for longer, then events open later and none earlier', () => {
    const patient = playAll(day(), {}, { ...DEFAULT_FILTER_SETTINGS, holdMs: 120_000 });
    const delay = ({ event }: StockEventFact): number => event.openedAt.getTime() - event.since.getTime();
    const opened = patient.filter(({ change }) => change === 'opened');
    expect(opened.length).toBeGreaterThan(0);
    for (const fact of opened) expect(delay(fact)).toBeGreaterThanOrEqual(120_000);
  });
});
