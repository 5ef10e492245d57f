import type { CameraSummary } from '@shelfwatch/contracts';
import { summarise } from './summarise.js';

const camera = (over: Partial<CameraSummary> = {}): CameraSummary => ({
  cameraId: 'c',
  storeId: 's',
  name: 'C',
  calibrated: true,
  lastFrameAt: null,
  lastFrameAgeSeconds: null,
  faults: [],
  slots: { stocked: 6, low: 1, empty: 2, misplaced: 1, unknown: 5 },
  ...over,
});

describe('summarise', () => {
  it('When slots are unknown, then availability leaves them out', () => {
    expect(summarise([], [camera()])).toMatchObject({ slotsTotal: 15, slotsObserved: 10, onShelfAvailability: 0.7 });
  });

  it('When a camera is blind, then its slots count for nothing', () => {
    const blind = camera({
      faults: [{ fault: 'dark', since: '2026-01-01T00:00:00Z', recommendedAction: 'Switch on the light.' }],
    });
    expect(summarise([], [camera(), blind])).toMatchObject({
      camerasBlind: 1,
      slotsTotal: 30,
      slotsObserved: 10,
      onShelfAvailability: 0.7,
    });
  });

  it('When nothing is observed, then availability is unknown and not 100 %', () => {
    expect(summarise([], []).onShelfAvailability).toBeNull();
  });

  it('When events are open, then they are counted by kind and their losses added', () => {
    const events = [
      { kind: 'out-of-stock' as const, urgencyCentsPerHour: 300 },
      { kind: 'low-stock' as const, urgencyCentsPerHour: 50 },
    ];
    expect(summarise(events, [])).toMatchObject({
      openOutOfStock: 1,
      openLowStock: 1,
      openMisplaced: 0,
      lostSalesCentsPerHour: 350,
    });
  });
});
