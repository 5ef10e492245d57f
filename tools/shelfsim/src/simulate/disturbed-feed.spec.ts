import { random } from '../chance/random.js';
import { DisturbedFeed } from './disturbed-feed.js';
import type { SimulatedFrame } from './simulated-frame.js';

const NONE = { duplicates: 0, corrupt: 0, late: 0, future: 0 };
const frame = (sequence: number): SimulatedFrame => ({
  cameraId: 'cam',
  sequence,
  capturedAt: new Date(sequence * 1000),
  jpeg: Buffer.alloc(1000, sequence),
  truth: { slots: [], facings: [], faults: [] },
});
const played = (shares: Partial<typeof NONE>, count = 10): SimulatedFrame[] => {
  const feed = new DisturbedFeed({ ...NONE, ...shares }, random('feed'));
  const arrived = Array.from({ length: count }, (_, index) => feed.pass(frame(index + 1))).flat();
  return [...arrived, ...feed.rest()];
};

describe('DisturbedFeed', () => {
  it('When nothing is disturbed, then every picture passes as it is', () => {
    expect(played({})).toEqual(Array.from({ length: 10 }, (_, index) => frame(index + 1)));
  });

  it('When all are duplicated, then each comes twice with the same bytes and time', () => {
    const [first, second] = played({ duplicates: 1 });
    expect(second).toEqual({ ...first, truth: { ...first?.truth, disturbance: 'duplicate' } });
  });

  it('When all are corrupt, then no bytes are the original ones', () => {
    for (const { jpeg, sequence } of played({ corrupt: 1 })) expect(jpeg.equals(frame(sequence).jpeg)).toBe(false);
  });

  it('When some are late, then none is lost and some come after later ones', () => {
    const order = played({ late: 0.3 }, 60).map(({ sequence }) => sequence);
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    expect(order.some((sequence, index) => sequence < (order[index - 1] ?? 0))).toBe(true);
  });

  it('When one is misdated, then its time is hours ahead', () => {
    const [first] = played({ future: 1 }, 1);
    expect(first?.capturedAt.getTime()).toBeGreaterThan(frame(1).capturedAt.getTime() + 3_600_000);
  });
});
