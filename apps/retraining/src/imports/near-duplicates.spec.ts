import { NearDuplicates } from './near-duplicates.js';

describe('NearDuplicates', () => {
  it('When up to three bits differ, then the most alike one before is named; when more do, none is', () => {
    const found = new NearDuplicates<string>();
    expect(found.add('ffffffff00000000', 'first')).toBeUndefined();
    expect(found.add('ffffffff00000007', 'three away')).toEqual({ like: 'first', distance: 3 });
    expect(found.add('ffffffff00000003', 'between')).toEqual({ like: 'three away', distance: 1 });
    expect(found.add('0000000000000000', 'other')).toBeUndefined();
    expect(found.add('7fffffff00000000', 'high bit')).toEqual({ like: 'first', distance: 1 });
  });
});
