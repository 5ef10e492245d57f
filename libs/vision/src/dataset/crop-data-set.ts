/** One picture of a facing. */
export interface CropItem {
  /** Index into `labels`; -1 for a product that is none of them, to test what the model says of strangers. */
  label: number;
  /** Crops of one group look alike (same picture, same camera and day) and never part in a split. */
  group: string;
  /** Names the picture where it came from. */
  id?: string;
  camera?: string;
  /** Mean luma, 0..255. */
  luma?: number;
}

export interface CropLabel {
  label: string;
  name: string;
  /** Family of products that are alike, such as all apples; mistakes within it are the smaller ones. */
  family?: string;
}

/** Square crops of one size with their labels; pixels are read one crop at a time, so that a set may be larger than memory. */
export interface CropDataSet {
  readonly labels: readonly CropLabel[];
  readonly items: readonly CropItem[];
  /** Side of every crop in pixels. */
  readonly cropSize: number;
  /** SHA-256 over labels, items and pixels. */
  readonly hash: string;
  /** Fills `into` with `cropSize * cropSize * 3` bytes, rows of R, G, B. */
  read(index: number, into: Uint8Array): void;
  close(): void;
}

/** Files of a data set folder. */
export const DATA_SET_MANIFEST = 'data-set.json';
export const DATA_SET_PIXELS = 'crops.bin';
