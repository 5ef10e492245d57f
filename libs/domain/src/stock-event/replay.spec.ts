import { parseGtin } from '../identifiers/gtin.js';
import type { FacingReading } from '../observation/slot-observation.js';
import { DEFAULT_FILTER_SETTINGS } from '../slot-filter/filter-settings.js';
import { foldObservation } from '../slot-filter/fold-observation.js';
import type { SlotMemory } from '../slot-filter/slot-memory.js';
import type { StockEvent } from './stock-event.js';
import { type StockEventFact, transitionStockEvents } from './transition-stock-events.js';

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

function playAll(observations: readonly Seen[]): StockEventFact[] {
  const slot = { gtin: TEA, facings: 3, lowFacings: 1 };
  let memory: SlotMemory | undefined;
  let open: StockEvent[] = [];
  const facts: StockEventFact[] = [];
  for (const { capturedAt, readings } of observations) {
    const folded = foldObservation(memory, slot, { capturedAt, readings }, DEFAULT_FILTER_SETTINGS);
    memory = folded.memory;
    if (!folded.changed) continue;
    const { status, confidence, visibleFacings, foreignGtin } = memory;
    const names = { storeId: 's', slotId: 'a', cameraId: 'c', gtin: TEA, modelVersion: 'm' };
    const view = { ...names, status, since: new Date(memory.since), confidence, visibleFacings, foreignGtin };
    const told = transitionStockEvents(open, view, capturedAt, (id, kind, since) => `${id}/${kind}/${since.getTime()}`);
    for (const { change, event } of told) {
      open = [...open.filter(({ eventId }) => eventId !== event.eventId), ...(change === 'closed' ? [] : [event])];
    }
    facts.push(...told);
  }
  return facts;
}

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
});
