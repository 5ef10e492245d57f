import { chooseStore } from './store-cookie';

const stores = ['north', 'south'].map((storeId) => ({ storeId, name: storeId, timeZone: 'UTC' }));

describe('chooseStore', () => {
  it('When a shop was chosen before, then it is shown again', () => {
    expect(chooseStore(stores, 'south')?.storeId).toBe('south');
  });
  it('When the chosen shop is gone, then the first is shown', () => {
    expect(chooseStore(stores, 'west')?.storeId).toBe('north');
  });
  it('When there is no shop, then there is none', () => {
    expect(chooseStore([], 'west')).toBeUndefined();
  });
});
