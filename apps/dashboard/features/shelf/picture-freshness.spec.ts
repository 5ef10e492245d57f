import { pictureFreshness } from './picture-freshness';

const fault = { fault: 'dark', since: '2026-03-02T12:00:00Z', recommendedAction: 'Switch the light on.' } as const;

describe('pictureFreshness', () => {
  it('When the picture is new and the camera well, then it is fresh', () => {
    expect(pictureFreshness(8, [])).toBe('fresh');
  });
  it('When the picture is older than two minutes, then it is stale', () => {
    expect(pictureFreshness(121, [])).toBe('stale');
  });
  it('When the camera has a fault, then even a new picture is not to be trusted', () => {
    expect(pictureFreshness(1, [fault])).toBe('blind');
  });
});
