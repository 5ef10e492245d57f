import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type CropDataSet, DATA_SET_MANIFEST, DATA_SET_PIXELS } from './crop-data-set.js';
import { DataSetError } from './dataset.errors.js';

const manifestSchema = z.object({
  cropSize: z.number().int().positive(),
  hash: z.string().min(1),
  labels: z.array(z.object({ label: z.string().min(1), name: z.string(), family: z.string().optional() })).min(2),
  items: z.array(
    z.object({
      label: z.number().int().min(-1),
      group: z.string(),
      id: z.string().optional(),
      camera: z.string().optional(),
      luma: z.number().optional(),
    }),
  ),
});

/**
 * Opens a folder that `CropDataSetWriter` finished.
 *
 * @throws {DataSetError} when a file is missing, does not follow the schema, or is cut short
 */
export function openCropDataSet(folder: string): CropDataSet {
  const { labels, items, cropSize, hash } = readManifest(folder);
  const bytes = cropSize * cropSize * 3;
  const path = join(folder, DATA_SET_PIXELS);
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size !== items.length * bytes)
    throw new DataSetError(folder, `${DATA_SET_PIXELS} has ${size ?? 'no'} bytes instead of ${items.length * bytes}.`);
  const file = openSync(path, 'r');
  return {
    labels,
    items,
    cropSize,
    hash,
    // Synchronous on purpose: the reader is a training process that has nothing else to do meanwhile.
    read: (index, into) => void readSync(file, into, 0, bytes, index * bytes),
    close: () => closeSync(file),
  };
}

function readManifest(folder: string): z.infer<typeof manifestSchema> {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(join(folder, DATA_SET_MANIFEST), 'utf8'));
  } catch (error) {
    throw new DataSetError(folder, `${DATA_SET_MANIFEST} cannot be read; build the data set anew.`, { cause: error });
  }
  const result = manifestSchema.safeParse(content);
  if (!result.success) throw new DataSetError(folder, `${DATA_SET_MANIFEST}: ${z.prettifyError(result.error)}`);
  const { labels, items } = result.data;
  if (items.some(({ label }) => label >= labels.length))
    throw new DataSetError(folder, `${DATA_SET_MANIFEST} uses a label that it does not list.`);
  return result.data;
}
