import type { PlannedSlot } from '../../monitoring/types';
import { changeGroups, countsText, problemPlace } from './planogram-words';

const slot = (slotId: string, over: Partial<PlannedSlot> = {}): PlannedSlot => ({
  ...{
    slotId,
    fixtureId: 'bay-1',
    shelf: 1,
    position: 1,
    gtin: '08904000210037',
    facings: 2,
    capacity: 12,
    lowFacings: 1,
  },
  ...over,
});

describe('changeGroups', () => {
  it('When a slot moved and was resized, then it stands in both groups, each with what is new', () => {
    const change = {
      ...{ slotId: 's', kinds: ['moved' as const, 'resized' as const] },
      ...{ before: slot('s'), after: slot('s', { shelf: 2, facings: 3, capacity: 18 }) },
    };
    const groups = changeGroups({ added: [], removed: [], changed: [change], unchanged: [] });
    expect(groups.map(({ id, rows }) => [id, rows.map(({ text }) => text)])).toEqual([
      ['moved', ['from shelf 1, position 1 of bay-1 to shelf 2, position 1 of bay-1']],
      ['resized', ['shelf 2, position 1 of bay-1, facings 2 → 3, capacity 12 → 18']],
    ]);
  });

  it('When nothing changes, then there are no groups', () => {
    expect(changeGroups({ added: [], removed: [], changed: [], unchanged: [slot('s')] })).toEqual([]);
  });

  it('When slots come and go, then each says where and how many facings', () => {
    const [added, removed] = changeGroups({
      added: [slot('a')],
      removed: [slot('b', { facings: 1 })],
      changed: [],
      unchanged: [],
    });
    expect(added?.rows[0]?.text).toBe('shelf 1, position 1 of bay-1, 2 facings');
    expect(removed?.rows[0]?.text).toBe('shelf 1, position 1 of bay-1, 1 facing');
  });
});

describe('problemPlace', () => {
  it('When the file has lines, then the line comes first; when not, then the path', () => {
    const problem = { severity: 'error', record: 'Position', field: 'HFacings', message: '', advice: '' } as const;
    expect(problemPlace({ ...problem, line: 11 })).toBe('Line 11, Position, HFacings');
    expect(problemPlace({ ...problem, line: null, record: 'positions.3' })).toBe('positions.3, HFacings');
  });
});

describe('countsText', () => {
  const none = { added: 0, removed: 0, moved: 0, resized: 0, productChanged: 0, unchanged: 0 };
  it('When counts are 0, then they are left out', () => {
    expect(countsText({ ...none, moved: 2, unchanged: 40 })).toBe('2 moved, 40 unchanged');
    expect(countsText(none)).toBe('no slots');
  });
});
