import { createHash } from 'node:crypto';
import { closeSync, fstatSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const KEY_BYTES = 32;

/**
 * Embeddings on disk, by the content of what was embedded: adding a product to two hundred others embeds the new pictures only. One file for
 * each network; records are appended, and one that a kill cut short is written over. Meant for one writer at a time; should two write
 * all the same, they overwrite each other's records, and what was overwritten counts as never embedded.
 */
export class EmbeddingCache {
  private readonly places = new Map<string, number>();
  private readonly file: number;
  private readonly recordBytes: number;
  private readonly record: Buffer;
  private end: number;

  /** @param network tells networks apart: a hash of weights and input size */
  constructor(
    folder: string,
    network: string,
    private readonly width: number,
  ) {
    mkdirSync(folder, { recursive: true });
    // Opened for reading and writing, made when missing, never cut.
    this.file = openSync(join(folder, `${network}.bin`), 'a+');
    closeSync(this.file);
    this.file = openSync(join(folder, `${network}.bin`), 'r+');
    this.recordBytes = KEY_BYTES + 4 * width;
    this.record = Buffer.alloc(this.recordBytes);
    const records = Math.floor(fstatSync(this.file).size / this.recordBytes);
    this.end = records * this.recordBytes;
    const key = Buffer.alloc(KEY_BYTES);
    for (let at = 0; at < this.end; at += this.recordBytes) {
      readSync(this.file, key, 0, KEY_BYTES, at);
      this.places.set(key.toString('latin1'), at);
    }
  }

  get size(): number {
    return this.places.size;
  }

  /** Fills `into` with the embedding. @returns whether there is one */
  read(key: Buffer, into: Float32Array): boolean {
    const at = this.places.get(key.toString('latin1'));
    if (at === undefined) return false;
    const bytes = readSync(this.file, this.record, 0, this.recordBytes, at);
    if (bytes < this.recordBytes || this.record.compare(key, 0, KEY_BYTES, 0, KEY_BYTES) !== 0) {
      this.places.delete(key.toString('latin1'));
      return false;
    }
    new Uint8Array(into.buffer, into.byteOffset, 4 * this.width).set(this.record.subarray(KEY_BYTES));
    return true;
  }

  add(key: Buffer, embedding: Float32Array): void {
    if (this.places.has(key.toString('latin1'))) return;
    const bytes = new Uint8Array(embedding.buffer, embedding.byteOffset, 4 * this.width);
    writeSync(this.file, Buffer.concat([key, bytes]), 0, this.recordBytes, this.end);
    this.places.set(key.toString('latin1'), this.end);
    this.end += this.recordBytes;
  }

  close(): void {
    closeSync(this.file);
  }
}

/** Key of a crop, as it is or as one of its views. */
export const embeddingKey = (crop: Uint8Array, view: string): Buffer =>
  createHash('sha256').update(crop).update(view).digest();
