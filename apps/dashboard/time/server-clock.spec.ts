import { clockOffsetMs } from './server-clock';

const noon = Date.parse('2026-03-02T12:00:00Z');

describe('clockOffsetMs', () => {
  it('When the device is five minutes slow, then the server is five minutes ahead', () => {
    expect(clockOffsetMs('Mon, 02 Mar 2026 12:05:00 GMT', noon)).toBe(300_000);
  });
  it('When both differ by less than the header can tell, then there is no offset', () => {
    expect(clockOffsetMs('Mon, 02 Mar 2026 12:00:00 GMT', noon + 900)).toBe(0);
  });
  it.each([null, 'yesterday'])('When the header is %p, then the device is believed', (header) => {
    expect(clockOffsetMs(header, noon)).toBe(0);
  });
});
