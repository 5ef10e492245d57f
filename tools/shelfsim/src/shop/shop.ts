import type { Product } from '../catalogue/product.js';
import type { Supplier } from '../catalogue/suppliers.js';
import type { CameraPose, PictureSize } from '../scene/camera.js';
import type { Fixture } from '../scene/fixture.js';
import type { Light, Sensor } from '../scene/light.js';
import type { StockRecord } from './stock-record.js';

/** A camera fixed opposite to one fixture. */
export interface ShopCamera {
  cameraId: string;
  name: string;
  fixtureId: string;
  pose: CameraPose;
  /** Light at noon; the hours vary it. */
  light: Light;
  sensor: Sensor;
}

/** A simulated shop as it stands before opening. */
export interface Shop {
  storeId: string;
  name: string;
  gln: string;
  picture: PictureSize;
  /** Everything that the shop may sell, also what stands on no shelf. */
  products: readonly Product[];
  suppliers: readonly Supplier[];
  fixtures: readonly Fixture[];
  cameras: readonly ShopCamera[];
  /** One record for each product that has a slot. */
  stock: readonly StockRecord[];
}
