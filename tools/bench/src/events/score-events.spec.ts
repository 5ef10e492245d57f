import { type DetectedEvent, scoreEvents, type TrueEvent } from './score-events.js';

const settings = { minObservableMs: 60_000, graceMs: 5_000 };
const trueEvent = (over: Partial<TrueEvent> = {}): TrueEvent => ({
  slotId: 'a',
  kind: 'out-of-stock',
  from: 100_000,
  to: 400_000,
  observableMs: 300_000,
  remedy: 'REORDER',
  ...over,
});
const detected = (over: Partial<DetectedEvent> = {}): DetectedEvent => ({
  slotId: 'a',
  kind: 'out-of-stock',
  since: 110_000,
  openedAt: 130_000,
  remedy: 'REORDER',
  ...over,
});

describe('scoreEvents', () => {
  it('When every event is found once, then precision and recall are 1 and the delay is counted from the true start', () => {
    expect(scoreEvents([trueEvent()], [detected()], settings)).toMatchObject({
      precision: 1,
      recall: 1,
      detectMs: [30_000],
      correctDecision: 1,
    });
  });

  it('When an event is missed, then recall falls', () => {
    expect(scoreEvents([trueEvent(), trueEvent({ slotId: 'b' })], [detected()], settings).recall).toBe(0.5);
  });

  it('When one event is reported twice, then the second report is spurious', () => {
    const score = scoreEvents([trueEvent()], [detected(), detected({ openedAt: 200_000 })], settings);
    expect(score.precision).toBe(0.5);
    expect(score.spurious).toHaveLength(1);
  });

  it.each([
    ['slot', { slotId: 'b' }],
    ['kind', { kind: 'low-stock' }],
    ['time before it began', { openedAt: 99_000 }],
    ['time after its end', { openedAt: 406_000 }],
  ])('When a report names another %s, then it is spurious and the event is missed', (_what, over) => {
    expect(scoreEvents([trueEvent()], [detected(over)], settings)).toMatchObject({ precision: 0, recall: 0 });
  });

  it('When a condition was hardly visible, then missing it costs nothing and finding it is right', () => {
    const hidden = trueEvent({ observableMs: 10_000 });
    expect(scoreEvents([hidden], [], settings)).toMatchObject({ precision: 1, recall: 1 });
    expect(scoreEvents([hidden], [detected()], settings)).toMatchObject({ precision: 1, recall: 1, matched: 1 });
  });

  it('When the remedy differs, then the decision is wrong although the event is right', () => {
    expect(scoreEvents([trueEvent()], [detected({ remedy: 'ON_ORDER' })], settings)).toMatchObject({
      precision: 1,
      correctDecision: 0,
    });
  });
});
