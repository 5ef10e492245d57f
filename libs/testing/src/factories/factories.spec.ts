import { DEFAULT_FILTER_SETTINGS, foldObservation, type SlotMemory } from '@shelfwatch/domain';
import { secondsAfter } from './constants.js';
import { anObservation } from './reading.factory.js';
import { aShop, aSlot } from './shop.factory.js';

describe('factories', () => {
  it('When a shop is made without a wish, then it is valid and its camera sees every facing', () => {
    const shop = aShop({}, 'store-7');
    const seen = shop.cameras[0]?.view?.regions.map(({ slotId, facing }) => `${slotId}/${facing}`);
    expect(seen).toEqual(['store-7-a/0', 'store-7-a/1', 'store-7-b/0', 'store-7-b/1']);
  });

  it('When observations are made for a slot, then the rules read them', () => {
    let memory: SlotMemory | undefined;
    for (const second of [0, 2, 4]) {
      const observation = anObservation(['empty', 'empty'], { capturedAt: secondsAfter(second) });
      memory = foldObservation(memory, aSlot(), observation, DEFAULT_FILTER_SETTINGS).memory;
    }
    expect(memory?.status).toBe('empty');
  });
});
