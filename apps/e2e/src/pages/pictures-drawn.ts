import type { Locator } from 'playwright-core';

/** Whether every picture inside has arrived and could be decoded. */
export const picturesDrawn = (within: Locator): Promise<boolean> =>
  within
    .locator('img')
    .evaluateAll((images) =>
      images.every((image) => image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0),
    );
