import type { ClaimsReport, ReplayReport } from '@shelfwatch/contracts';
import { describeClaims } from './claims.js';
import { describeReplay } from './replay.js';

const definition = (name: string, unit: string) => ({
  ...{ id: name, name, unit, formula: `formula of ${name}`, higherIsBetter: null, source: 's' },
});
const figure = (value: number | null) => ({ numerator: 1, denominator: 1, value, low: null, high: null });
const NONE = {
  verdict: null,
  controlBefore: null,
  controlAfter: null,
  difference: null,
  reduction: null,
};

const CLAIMS: ClaimsReport = {
  ...{ stores: ['a', 'b'], controlStores: ['c'], beforeFrom: 'B', changedAt: 'C', afterTo: 'A', method: 'The method.' },
  claims: [
    {
      ...{ ...NONE, definition: definition('Accuracy', 'share'), before: figure(0.92), after: figure(0.98) },
      difference: { value: 0.06, low: 0.05, high: 0.07 },
      verdict: { claim: 'higher than before', outcome: 'shown', because: 'the interval is' },
    },
    {
      ...{ ...NONE, definition: definition('Incidents', 'per 1,000 h'), before: figure(5.1), after: figure(null) },
    },
  ],
  caveats: ['Two stores are few.'],
  notMeasured: [{ id: 'compliance', because: 'nobody told it' }],
};

const outcome = (lowStock: number): ReplayReport['asIs'] => ({
  ...{ events: { 'low-stock': lowStock }, decisions: { REORDER: lowStock } },
  orders: { count: 1, items: 12, valueCents: 3_000 },
});

describe('What people read', () => {
  it('When claims are reported, then shares are compared in points, and what is missing is said', () => {
    const text = describeClaims(CLAIMS).join('\n');
    expect(text).toContain('a, b, compared with c');
    expect(text).toMatch(/Accuracy +92.0 % +98.0 % +– +– +6.0 points \(5.0 to 7.0\)/);
    expect(text).toMatch(/Incidents +5.10 +– +– +– +no interval/);
    expect(text).toContain('Accuracy, higher than before: shown, because the interval is.');
    for (const part of ['formula of Accuracy', 'The method.', '! Two stores are few.', 'compliance – nobody told it'])
      expect(text).toContain(part);
  });

  it('When a replay is reported, then both runs stand side by side and differences are named', () => {
    const product = { ...{ gtin: '1', name: 'Tea', brand: '', category: '' }, priceCents: 1, pictureUrl: null };
    const place = {
      ...{ storeId: 'corner', fixtureId: 'f', fixtureName: 'Bay', aisle: '1', shelf: 1, position: 1 },
      ...{ slotId: 'p1', cameraId: 'cam' },
    };
    const report: ReplayReport = {
      ...{ storeId: 'corner', from: 'F', to: 'T', observations: 61, modelVersions: ['m'] },
      ...{ asIs: outcome(2), whatIf: outcome(1), differencesInAll: 1, limits: ['No answers.'] },
      recorded: { events: 2, alsoReplayed: 2, onlyRecorded: 0, onlyReplayed: 0 },
      differences: [
        {
          ...{ change: 'disappears', slotId: 'p1', place, product, kind: 'low-stock', since: 'S', openedAt: 'O' },
          ...{ closedAt: null, remedy: { asIs: 'REORDER', whatIf: null } },
        },
      ],
    };
    const text = describeReplay(report).join('\n');
    expect(text).toMatch(/low-stock +2 +1/);
    expect(text).toMatch(/orders +1 \(12 items, 30.00\)/);
    expect(text).toContain('O disappears low-stock p1 Tea: REORDER → –');
    expect(text).toContain('! No answers.');
  });
});
