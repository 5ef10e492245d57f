import { createRandom } from '../training/random.js';
import type { CropDataSet } from '../dataset/crop-data-set.js';

/** A small data set in memory whose classes differ by the direction and the colour of stripes: quickly learnt, but not by one pixel alone. */
export function syntheticCrops(options: {
  classes: number;
  perClass: number;
  cropSize: number;
  seed?: number;
}): CropDataSet {
  const { classes, perClass, cropSize, seed = 1 } = options;
  const items = Array.from({ length: classes * perClass }, (_, index) => ({
    label: index % classes,
    group: `picture-${Math.floor(index / classes)}`,
  }));
  return {
    labels: Array.from({ length: classes }, (_, label) => ({
      label: `0000000000000${label}`,
      name: `Stripes ${label}`,
    })),
    items,
    cropSize,
    hash: `synthetic-${classes}-${perClass}-${cropSize}-${seed}`,
    read(index, into) {
      const { label } = items[index]!;
      const random = createRandom(seed, index);
      const angle = (Math.PI * label) / classes;
      const phase = random.between(0, 2 * Math.PI);
      for (let y = 0; y < cropSize; y += 1)
        for (let x = 0; x < cropSize; x += 1) {
          const wave = Math.sin(0.8 * (x * Math.cos(angle) + y * Math.sin(angle)) + phase);
          const at = (y * cropSize + x) * 3;
          for (let channel = 0; channel < 3; channel += 1)
            into[at + channel] = (channel === label % 3 ? 180 : 70) + 50 * wave + random.between(-10, 10);
        }
    },
    close() {},
  };
}
