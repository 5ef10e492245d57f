import { parseGtin } from '../identifiers/gtin.js';
import type { FacingReading } from '../observation/slot-observation.js';
import { DEFAULT_FILTER_SETTINGS as SETTINGS } from './filter-settings.js';
import { ageSlot, foldObservation } from './fold-observation.js';
import type { SlotMemory } from './slot-memory.js';

const TEA = parseGtin('8904000210037')!;
const JAM = parseGtin('7300011000017')!;
const OIL = parseGtin('00012345600012')!;
const START = Date.parse('2026-03-02T09:00:00Z');

type Look = 'product' | 'empty' | 'hidden' | 'abstained' | { foreign: string; expected?: number } | { unsure: number };

function readingOf(facing: number, look: Look, probability = 0.97): FacingReading {
  const rest = { facing, expectedProbability: 0.01, emptyProbability: 0.01, occludedProbability: 0.01 };
  if (look === 'product') return { ...rest, label: TEA, probability, expectedProbability: probability };
  if (look === 'empty') return { ...rest, label: 'empty', probability, emptyProbability: probability };
  if (look === 'hidden') return { ...rest, label: 'occluded', probability, occludedProbability: probability };
  if (look === 'abstained') return { ...rest, label: 'unknown', probability: 0.3 };
  if ('foreign' in look)
    return { ...rest, label: look.foreign, probability, expectedProbability: look.expected ?? 1e-5 };
  return {
    ...rest,
    label: 'empty',
    probability: look.unsure,
    emptyProbability: look.unsure,
    expectedProbability: 1 - look.unsure,
  };
}

interface Frame {
  /** Seconds after the start. */
  at: number;
  looks: readonly Look[];
  probability?: number;
}

/** Plays frames through the filter; the history has the memory after each. */
function play(
  frames: readonly Frame[],
  { facings = 1, lowFacings = Math.floor(facings / 2), memory = undefined as SlotMemory | undefined } = {},
) {
  const slot = { gtin: TEA, facings, lowFacings };
  const history = frames.map(({ at, looks, probability }) => {
    const readings = looks.map((look, facing) => readingOf(facing, look, probability));
    const folded = foldObservation(memory, slot, { capturedAt: new Date(START + at * 1_000), readings }, SETTINGS);
    memory = folded.memory;
    return folded;
  });
  return { history, last: memory!, statuses: history.map((folded) => folded.memory.status) };
}

/** Frames `every` seconds from `from`, all with the same looks. */
const repeat = (count: number, from: number, every: number, ...looks: Look[]): Frame[] =>
  Array.from({ length: count }, (_, index) => ({ at: from + index * every, looks }));

const stocked = (every: number, facings = 1) =>
  repeat(6, 0, every, ...Array.from({ length: facings }, () => 'product' as const));

describe.each([
  ['every second', 1],
  ['every two seconds', 2],
  ['every 30 seconds', 30],
  ['every minute', 60],
])('a slot seen %s', (_name, every) => {
  const after = (frames: number) => 6 * every + frames * every;

  it('When it is first seen, then it is unknown until more than one frame agrees', () => {
    const { statuses } = play(stocked(every));
    expect(statuses[0]).toBe('unknown');
    expect(statuses[2]).toBe('stocked');
  });

  it('When one frame is wrong, then nothing changes', () => {
    const { statuses } = play([
      ...stocked(every),
      { at: after(0), looks: ['empty'] },
      ...repeat(5, after(1), every, 'product'),
    ]);
    expect(new Set(statuses.slice(2))).toEqual(new Set(['stocked']));
  });

  it('When every other frame is wrong, then nothing changes', () => {
    const flicker = Array.from({ length: 40 }, (_, index): Frame => ({
      at: after(index),
      looks: [index % 2 ? 'empty' : 'product'],
    }));
    expect(new Set(play([...stocked(every), ...flicker]).statuses.slice(2))).toEqual(new Set(['stocked']));
  });

  it('When it is emptied, then it is empty after two or three frames, since the first of them', () => {
    const { last, history } = play([...stocked(every), ...repeat(3, after(0), every, 'empty')]);
    expect(last).toMatchObject({ status: 'empty', visibleFacings: 0, since: START + after(0) * 1_000 });
    expect(last.confidence).toBeGreaterThan(0.95);
    expect(history.at(-1)?.settled).toBe(true);
  });

  it('When it is refilled, then it is stocked after two or three frames, since the first of them', () => {
    const emptied = play([...stocked(every), ...repeat(8, after(0), every, 'empty')]).last;
    const { last } = play(repeat(3, after(20), every, 'product'), { memory: emptied });
    expect(last).toMatchObject({ status: 'stocked', since: START + after(20) * 1_000 });
  });

  it('When it is emptied again soon after a refill, then the second gap begins when it began', () => {
    const frames = [
      ...repeat(5, after(0), every, 'empty'),
      ...repeat(3, after(5), every, 'product'),
      ...repeat(3, after(8), every, 'empty'),
    ];
    const { last } = play([...stocked(every), ...frames]);
    expect(last).toMatchObject({ status: 'empty', since: START + after(8) * 1_000 });
  });
});

describe('evidence', () => {
  it('When a shopper hides the slot, then it is held, however many frames that takes', () => {
    const { statuses, last } = play([...stocked(1), ...repeat(60, 6, 1, 'hidden')]);
    expect(new Set(statuses.slice(2))).toEqual(new Set(['stocked']));
    expect(last.seenAt).toBe(START + 5_000);
  });

  it('When the model abstains, then it is held', () => {
    expect(play([...stocked(1), ...repeat(60, 6, 1, 'abstained')]).last.status).toBe('stocked');
  });

  it('When readings are unsure, then they need more frames than sure ones', () => {
    const framesNeeded = (probability: number): number => {
      const frames = Array.from({ length: 30 }, (_, index): Frame => ({
        at: 6 + index * 2,
        looks: [{ unsure: probability }],
      }));
      return (
        play([...stocked(1), ...frames])
          .statuses.slice(6)
          .indexOf('empty') + 1
      );
    };
    expect(framesNeeded(0.98)).toBe(2);
    expect(framesNeeded(0.8)).toBeGreaterThan(framesNeeded(0.98));
    expect(framesNeeded(0.72)).toBeGreaterThan(framesNeeded(0.8));
  });

  it('When the model cannot tell product from gap, then the slot keeps its state for ever', () => {
    expect(play([...stocked(1), ...repeat(200, 6, 1, { unsure: 0.55 })]).last.status).toBe('stocked');
  });

  it('When frames come ten times a second, then they do not count ten times', () => {
    const burst = Array.from({ length: 10 }, (_, index): Frame => ({ at: 6 + index / 10, looks: ['empty'] }));
    expect(play([...stocked(1), ...burst]).last.status).toBe('stocked');
  });

  it('When the camera was away for hours, then the first frame after it is not believed alone', () => {
    const frames: Frame[] = [{ at: 4 * 3600, looks: ['empty'] }];
    expect(play([...stocked(60), ...frames]).last.status).toBe('stocked');
  });
});

describe('time', () => {
  it('When a frame is late or comes twice, then the present does not change', () => {
    const { last } = play([...stocked(1), ...repeat(4, 6, 1, 'empty')]);
    const slot = { gtin: TEA, facings: 1, lowFacings: 0 };
    for (const at of [9, 8.5, 3]) {
      const observation = { capturedAt: new Date(START + at * 1_000), readings: [readingOf(0, 'product')] };
      expect(foldObservation(last, slot, observation, SETTINGS)).toMatchObject({
        outcome: 'late',
        changed: false,
        memory: last,
      });
    }
  });

  it('When nothing was seen for very long, then the slot is unknown, and as before once it is seen again', () => {
    const hidden = Array.from({ length: 40 }, (_, index): Frame => ({ at: 60 + index * 60, looks: ['hidden'] }));
    const { last, statuses } = play([...stocked(1), ...hidden]);
    expect(last).toMatchObject({ status: 'unknown', since: START + 5_000, confidence: 0 });
    expect(statuses.at(20)).toBe('stocked');
    const { last: again } = play([{ at: 3_000, looks: ['product'] }], { memory: last });
    expect(again).toMatchObject({ status: 'stocked', visibleFacings: 1 });
  });

  it('When no frame comes at all, then ageing makes it unknown at the same time', () => {
    const { last } = play(stocked(1));
    const at = (minutes: number) => new Date(START + 5_000 + minutes * 60_000);
    expect(ageSlot(last, at(29), SETTINGS)).toBe(last);
    expect(ageSlot(last, at(30), SETTINGS)).toMatchObject({ status: 'unknown', since: START + 5_000 });
  });
});

describe('several facings', () => {
  it('When half of them are gone, then the slot is low; when all are, empty', () => {
    const half = play([...stocked(2, 4), ...repeat(3, 12, 2, 'product', 'product', 'empty', 'empty')], { facings: 4 });
    expect(half.last).toMatchObject({ status: 'low', visibleFacings: 2 });
    const none = play(repeat(3, 30, 2, 'empty', 'empty', 'empty', 'empty'), { facings: 4, memory: half.last });
    expect(none.last).toMatchObject({ status: 'empty', visibleFacings: 0, since: START + 30_000 });
  });

  it('When all are taken at once but some are clearer than others, then the slot is not low on its way to empty', () => {
    const frames = repeat(6, 12, 2).map(({ at }): Frame => ({ at, looks: ['empty', { unsure: 0.85 }] }));
    const { statuses } = play([...stocked(2, 2), ...frames], { facings: 2 });
    expect(statuses.slice(6)).not.toContain('low');
    expect(statuses.at(-1)).toBe('empty');
  });

  it('When one facing stays unclear, then the others do not wait for it for ever', () => {
    const frames = Array.from({ length: 8 }, (_, index): Frame => ({
      at: 12 + index * 2,
      looks: ['empty', 'empty', { unsure: 0.55 }],
    }));
    const { last } = play([...stocked(2, 3), ...frames], { facings: 3 });
    expect(last).toMatchObject({ status: 'low', visibleFacings: 1 });
  });

  it('When one was never seen, then the slot is known as far as it does not matter', () => {
    const seen = (...looks: Look[]) => play(repeat(4, 0, 2, ...looks), { facings: looks.length }).last.status;
    expect(seen('product', 'product', 'product', 'hidden')).toBe('stocked');
    expect(seen('product', 'hidden')).toBe('unknown');
    expect(seen('empty', 'hidden')).toBe('unknown');
  });

  it('When readings come for one facing only, then the others keep what is known of them', () => {
    const before = play(stocked(2, 2), { facings: 2 }).last;
    const { last } = play(repeat(3, 12, 2, 'empty'), { facings: 2, memory: before });
    expect(last).toMatchObject({ status: 'low', visibleFacings: 1 });
  });
});

describe('misplaced products', () => {
  it('When another product stands in a facing, then the slot is misplaced, with which one', () => {
    const { last } = play([...stocked(2, 2), ...repeat(4, 12, 2, 'product', { foreign: JAM })], { facings: 2 });
    expect(last).toMatchObject({ status: 'misplaced', visibleFacings: 1, foreignGtin: JAM, since: START + 12_000 });
  });

  it('When the model names another product in every frame, then none of them is believed', () => {
    const frames = Array.from({ length: 20 }, (_, index): Frame => ({
      at: 12 + index * 2,
      looks: [{ foreign: [JAM, OIL, '00000000000017'][index % 3]! }],
    }));
    expect(play([...stocked(2), ...frames]).statuses).not.toContain('misplaced');
  });

  it('When a look-alike is named and the wanted product is not ruled out, then the planogram is believed', () => {
    const looks: Look[] = [{ foreign: JAM, expected: 0.01 }];
    const frames = Array.from({ length: 50 }, (_, index): Frame => ({ at: 12 + index * 2, looks }));
    expect(play([...stocked(2), ...frames]).last.status).toBe('stocked');
    expect(play(frames).last.status).toBe('stocked');
  });

  it('When one foreign product takes the place of another, then the newer is named', () => {
    const { last } = play([
      ...stocked(2),
      ...repeat(4, 12, 2, { foreign: JAM }),
      ...repeat(5, 22, 2, { foreign: OIL }),
    ]);
    expect(last).toMatchObject({ status: 'misplaced', foreignGtin: OIL, since: START + 22_000 });
  });
});

describe('the memory', () => {
  it('When the planogram gives the slot to another product, then it starts anew', () => {
    const { last } = play(stocked(2));
    const slot = { gtin: JAM, facings: 1, lowFacings: 0 };
    const folded = foldObservation(
      last,
      slot,
      { capturedAt: new Date(START + 60_000), readings: [readingOf(0, 'product')] },
      SETTINGS,
    );
    expect(folded.memory).toMatchObject({ gtin: JAM, status: 'unknown', since: START + 60_000 });
  });

  it('When it was stored as JSON between all frames, then the result is the same, bit for bit', () => {
    const looks: Look[] = ['product', 'product', 'empty', 'hidden', { foreign: JAM }, { unsure: 0.6 }];
    const frames = Array.from({ length: 300 }, (_, index): Frame => ({
      at: index * 1.7,
      looks: [0, 1, 2].map((facing) => looks[((index >> 2) * 7 + facing * 3) % looks.length]!),
      probability: 0.6 + ((index * 37) % 40) / 100,
    }));
    const straight = play(frames, { facings: 3 });
    const stored = frames.reduce<SlotMemory | undefined>(
      (memory, frame) => JSON.parse(JSON.stringify(play([frame], { facings: 3, memory }).last)) as SlotMemory,
      undefined,
    );
    expect(stored).toEqual(straight.last);
    expect(new Set(straight.statuses).size).toBeGreaterThan(2);
  });

  it('When a frame brings a broken probability, then it is no evidence and breaks nothing', () => {
    const broken = { ...readingOf(0, 'product'), expectedProbability: Number.NaN, emptyProbability: -1 };
    const slot = { gtin: TEA, facings: 1, lowFacings: 0 };
    const before = play(stocked(2)).last;
    const { memory } = foldObservation(
      before,
      slot,
      { capturedAt: new Date(START + 60_000), readings: [broken] },
      SETTINGS,
    );
    expect(memory.status).toBe('stocked');
    expect(JSON.stringify(memory)).not.toContain('null,"mass"');
    expect(Number.isFinite(memory.facings[0]!.hypotheses.product.belief)).toBe(true);
  });
});
