import { planogramExportAddress, toQuery } from './planogram-api';

const NOTHING = {
  ...{ fixtureIds: '', planogram: '', supplierId: '', category: '', casePack: '', price: '' },
  lengthUnit: 'cm' as const,
};

describe('Parameters of a planogram import', () => {
  it('When nothing is said, then nothing is sent', () => {
    expect(toQuery(NOTHING)).toEqual({});
  });
  it('When something is said, then only that is sent, and money in cents', () => {
    expect(toQuery({ ...NOTHING, category: ' Drinks ', price: '2,50', lengthUnit: 'inch' })).toEqual({
      ...{ category: 'Drinks', priceCents: '250', lengthUnit: 'inch' },
    });
  });
  it('When a price is no number, then it goes as it is', () => {
    expect(toQuery({ ...NOTHING, price: 'cheap' })).toEqual({ priceCents: 'cheap' });
  });
});

describe('planogramExportAddress', () => {
  it('When a store’s id has a slash, then it stays one part of the address', () => {
    expect(planogramExportAddress('a/b', null, 'csv')).toBe('/api/v1/stores/a%2Fb/planogram/export?format=csv');
    expect(planogramExportAddress('corner', 'v1', 'json')).toBe(
      '/api/v1/stores/corner/planograms/v1/export?format=json',
    );
  });
});
