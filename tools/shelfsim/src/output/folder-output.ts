import { mkdir, open, type FileHandle, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackageArtist } from '../packaging/package-artist.js';
import { toShopDefinition } from '../shop/shop-definition.js';
import type { Shop } from '../shop/shop.js';
import type { SimulatedFrame } from '../simulate/simulated-frame.js';
import type { Truth } from '../world/truth.js';
import type { FrameOutput } from './frame-output.js';
import { OutputError } from './output.errors.js';

/**
 * Writes into a folder: `shop.json` (the platform's own import form), `frames/<camera>/<sequence>.jpg`, `frames.jsonl`
 * (one row for each picture with what it shows) and at the end `truth.json` and `events.jsonl`.
 */
export class FolderOutput implements FrameOutput {
  readonly #folder: string;
  readonly #opensAt: Date;
  readonly #artist: PackageArtist;
  #index: FileHandle | undefined;
  #written = 0;

  constructor(folder: string, opensAt: Date, artist: PackageArtist) {
    this.#folder = folder;
    this.#opensAt = opensAt;
    this.#artist = artist;
  }

  async open(shop: Shop): Promise<void> {
    await this.#onDisk(async () => {
      for (const { cameraId } of shop.cameras) await mkdir(join(this.#folder, 'frames', cameraId), { recursive: true });
      await this.#json('shop.json', await toShopDefinition(shop, { opensAt: this.#opensAt, artist: this.#artist }));
      this.#index = await open(join(this.#folder, 'frames.jsonl'), 'w');
    });
  }

  async send(frame: SimulatedFrame): Promise<void> {
    const { cameraId, capturedAt, sequence, jpeg, truth } = frame;
    const suffix = truth.disturbance === undefined ? '' : `-${truth.disturbance}`;
    const file = join('frames', cameraId, `${String(sequence).padStart(6, '0')}${suffix}.jpg`);
    await this.#onDisk(async () => {
      await writeFile(join(this.#folder, file), jpeg);
      await this.#index?.write(`${JSON.stringify({ cameraId, capturedAt, sequence, file, truth })}\n`);
    });
    this.#written += 1;
  }

  async close(truth: Truth): Promise<void> {
    await this.#onDisk(async () => {
      await this.#index?.close();
      await this.#json('truth.json', truth);
      const rows = truth.events.map((event) => JSON.stringify(event));
      await writeFile(join(this.#folder, 'events.jsonl'), rows.map((row) => `${row}\n`).join(''));
    });
  }

  async #json(name: string, value: unknown): Promise<void> {
    await writeFile(join(this.#folder, name), `${JSON.stringify(value, null, 2)}\n`);
  }

  async #onDisk(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new OutputError(
        `Writing to ${this.#folder} failed after ${this.#written} pictures: ${reason}. Check that the folder can be written and the disk is not full`,
        'OUTPUT_DISK',
        false,
        { cause },
      );
    }
  }
}
