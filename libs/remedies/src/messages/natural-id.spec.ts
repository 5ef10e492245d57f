import { naturalId } from './natural-id.js';

describe('naturalId', () => {
  it('is a UUID that PostgreSQL takes', () => {
    expect(naturalId('event', 'slot-1')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('When the parts are the same, then it is the same; when they are split otherwise, then not', () => {
    expect(naturalId('a', 'bc')).toBe(naturalId('a', 'bc'));
    expect(naturalId('a', 'bc')).not.toBe(naturalId('ab', 'c'));
  });
});
