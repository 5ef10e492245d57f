import type { Shop } from '../shop/shop.js';
import type { SimulatedFrame } from '../simulate/simulated-frame.js';
import type { Truth } from '../world/truth.js';

/** Where pictures go. `send` resolves when the next picture may come: back-pressure reaches the drawing. */
export interface FrameOutput {
  open(shop: Shop): Promise<void>;
  /** @throws OutputError when the picture could not be handed over */
  send(frame: SimulatedFrame): Promise<void>;
  close(truth: Truth): Promise<void>;
}
