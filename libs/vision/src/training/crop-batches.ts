import * as tf from '@tensorflow/tfjs';
import type { InputRange } from '../backbone/network.js';
import type { CropDataSet } from '../dataset/crop-data-set.js';
import { toInputRange } from '../preprocess/input-range.js';
import { type Augmentation, CropAugmenter } from './augment-crop.js';
import { type Mixed, type Mixing, mixPairs } from './mix-pairs.js';
import type { Random } from './random.js';

export interface CropBatch {
  /** `[batch, size, size, 3]` in the network's input range. */
  pixels: tf.Tensor4D;
  labels: readonly number[];
  /** Set when pictures were mixed in pairs. */
  mixed: Mixed | undefined;
}

/** Reads crops into tensors, with buffers that are used again. The caller disposes the pixels. */
export class CropBatches {
  private readonly crop: Uint8Array;
  private readonly augmenter: CropAugmenter;

  /** @param changes absent to show crops as they are */
  constructor(
    private readonly dataSet: CropDataSet,
    private readonly inputRange: InputRange,
    private readonly changes?: { augmentation: Augmentation; mixing: Mixing },
  ) {
    this.crop = new Uint8Array(dataSet.cropSize ** 2 * 3);
    this.augmenter = new CropAugmenter(changes?.augmentation);
  }

  read(indexes: readonly number[], inputSize: number, random: Random): CropBatch {
    const length = inputSize * inputSize * 3;
    // Not used again: backends may keep the array that a tensor was made of.
    const values = new Float32Array(indexes.length * length);
    indexes.forEach((index, position) => {
      this.dataSet.read(index, this.crop);
      this.augmenter.write(this.crop, this.dataSet.cropSize, inputSize, random, values, position * length);
    });
    const mixed = this.changes && mixPairs(values, indexes.length, inputSize, this.changes.mixing, random);
    toInputRange(values, this.inputRange);
    return {
      pixels: tf.tensor4d(values, [indexes.length, inputSize, inputSize, 3]),
      labels: indexes.map((index) => this.dataSet.items[index]!.label),
      mixed,
    };
  }
}
