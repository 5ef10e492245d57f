import type { FacingRegion, View } from '@shelfwatch/domain';
import { cameraProjection } from '../scene/camera.js';
import { facingQuad } from '../scene/facing-quad.js';
import type { Fixture } from '../scene/fixture.js';
import type { Shop, ShopCamera } from './shop.js';

export function fixtureOf(shop: Shop, camera: ShopCamera): Fixture {
  const fixture = shop.fixtures.find((candidate) => candidate.fixtureId === camera.fixtureId);
  if (fixture === undefined) throw new RangeError(`Camera ${camera.cameraId} looks at no fixture`);
  return fixture;
}

/** The calibration of a camera: where each facing lies in its picture. */
export function viewOf(shop: Shop, camera: ShopCamera): View {
  const fixture = fixtureOf(shop, camera);
  const front = { width: fixture.widthMm, height: fixture.heightMm };
  const project = cameraProjection(camera.pose, front, shop.picture);
  const regions = fixture.slots.flatMap((slot): FacingRegion[] =>
    Array.from({ length: slot.facings }, (_, facing) => ({
      slotId: slot.slotId,
      facing,
      quad: facingQuad(fixture, slot, facing, project, shop.picture),
    })),
  );
  return { cameraId: camera.cameraId, ...shop.picture, regions };
}
