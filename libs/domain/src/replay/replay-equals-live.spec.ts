import fc from 'fast-check';
import { parseGtin } from '../identifiers/gtin.js';
import type { FacingReading } from '../observation/slot-observation.js';
import { DEFAULT_FILTER_SETTINGS } from '../slot-filter/filter-settings.js';
import { foldObservation } from '../slot-filter/fold-observation.js';
import type { SlotMemory } from '../slot-filter/slot-memory.js';
import type { StockEvent } from '../stock-event/stock-event.js';
import { type StockEventFact, transitionStockEvents } from '../stock-event/transition-stock-events.js';
import { replaySlot, type StoredObservation } from './replay-slot.js';

const TEA = parseGtin('8904000210037')!;
const JAM = parseGtin('7300011000017')!;
const SLOT = { storeId: 's', slotId: 'a', gtin: TEA, facings: 2, lowFacings: 1 };
const START = Date.parse('2026-03-02T09:00:00Z');

const reading = (facing: number): fc.Arbitrary<FacingReading> =>
  fc
    .tuple(fc.constantFrom(TEA, JAM, 'empty', 'occluded', 'unknown'), fc.double({ min: 0.4, max: 1, noNaN: true }))
    .map(([label, probability]) => {
      const chanceOf = (candidate: string): number => (candidate === label ? probability : (1 - probability) / 50);
      const chances = { expectedProbability: chanceOf(TEA), emptyProbability: chanceOf('empty') };
      return { facing, label, probability, ...chances, occludedProbability: chanceOf('occluded') };
    });

/** Looks that stay for some frames, so that events do open. */
const observations: fc.Arbitrary<StoredObservation[]> = fc
  .array(fc.tuple(reading(0), reading(1), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 90 })), {
    minLength: 1,
    maxLength: 25,
  })
  .map((looks) => {
    let at = START;
    return looks.flatMap(([first, second, frames, seconds]) =>
      Array.from({ length: frames }, (): StoredObservation => {
        at += seconds * 1_000;
        return { cameraId: 'c', capturedAt: new Date(at), readings: [first, second], modelVersion: 'm' };
      }),
    );
  });

/** As the service does it: memory and open events are rows between any two frames. */
function live(seen: readonly StoredObservation[]): StockEventFact[] {
  let row = JSON.stringify(null);
  let open: StockEvent[] = [];
  const facts: StockEventFact[] = [];
  for (const { cameraId, capturedAt, readings, modelVersion } of seen) {
    const memory = (JSON.parse(row) as SlotMemory | null) ?? undefined;
    const folded = foldObservation(memory, SLOT, { capturedAt, readings }, DEFAULT_FILTER_SETTINGS);
    row = JSON.stringify(folded.memory);
    if (folded.outcome === 'late' || !folded.changed) continue;
    const { status, since, confidence, visibleFacings, foreignGtin } = folded.memory;
    const { storeId, slotId, gtin } = SLOT;
    const view = {
      storeId,
      slotId,
      gtin,
      cameraId,
      modelVersion,
      status,
      since: new Date(since),
      confidence,
      visibleFacings,
      foreignGtin,
    };
    const told = transitionStockEvents(
      open,
      view,
      capturedAt,
      (id, kind, from) => `${id}/${kind}/${from.toISOString()}`,
    );
    for (const { change, event } of told)
      open = [...open.filter(({ eventId }) => eventId !== event.eventId), ...(change === 'closed' ? [] : [event])];
    facts.push(...told);
  }
  return facts;
}

describe('a replay of whatever was seen', () => {
  it('When the settings are those of live, then the facts are those of live, bit for bit', () => {
    let opened = 0;
    fc.assert(
      fc.property(observations, (seen) => {
        const facts = live(seen);
        opened += facts.length;
        expect(JSON.stringify(replaySlot(SLOT, seen, DEFAULT_FILTER_SETTINGS))).toBe(JSON.stringify(facts));
      }),
    );
    expect(opened).toBeGreaterThan(50);
  });

  it('When frames came late or twice, then nothing is different', () => {
    fc.assert(
      fc.property(observations, fc.infiniteStream(fc.nat({ max: 20 })), (seen, chance) => {
        const disturbed = seen.flatMap((observation, index) => {
          const back = chance.next().value as number;
          return back > 10 ? [observation] : [observation, seen[Math.max(0, index - back)]!];
        });
        expect(replaySlot(SLOT, disturbed, DEFAULT_FILTER_SETTINGS)).toEqual(
          replaySlot(SLOT, seen, DEFAULT_FILTER_SETTINGS),
        );
      }),
    );
  });

  it('When a slot has had an event opened, then no second of its kind opens before the first is closed', () => {
    fc.assert(
      fc.property(observations, (seen) => {
        const open = new Set<string>();
        for (const { change, event } of replaySlot(SLOT, seen, DEFAULT_FILTER_SETTINGS)) {
          if (change === 'opened') {
            expect(open.size).toBe(0);
            open.add(event.eventId);
          }
          if (change === 'closed') expect(open.delete(event.eventId)).toBe(true);
        }
      }),
    );
  });
});
