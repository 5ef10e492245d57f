import type { DataSetVersion, ImportBody, RunDetail, StartRunInput } from '@shelfwatch/contracts';
import sharp from 'sharp';
import { makeZip } from './make-zip.js';
import { type RetrainingHarness, until } from './retraining-harness.js';

/** Products that differ by their colour: learnt in seconds. */
export const COLOURS = {
  red: [200, 40, 40],
  green: [40, 200, 60],
  blue: [50, 60, 210],
  sand: [210, 190, 120],
} as const;
export type Colour = keyof typeof COLOURS;

/** A package of one colour with stripes of another lightness, which differ from picture to picture. */
export function colourPicture(colour: Colour, seed: number, side = 64): Promise<Buffer> {
  let state = seed * 7_919 + colour.length + 1;
  const next = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const bytes = Buffer.alloc(8 * 8 * 3);
  for (let cell = 0; cell < 64; cell += 1) {
    const shade = next() * 90 - 45;
    COLOURS[colour].forEach(
      (value, channel) => (bytes[cell * 3 + channel] = Math.max(0, Math.min(255, value + shade))),
    );
  }
  return sharp(bytes, { raw: { width: 8, height: 8, channels: 3 } })
    .resize(side, side, { kernel: 'nearest' })
    .png()
    .toBuffer();
}

/** Imports pictures of each colour, each in a group of its own, and freezes the data set. */
export async function teach(
  service: RetrainingHarness,
  dataSet: string,
  counts: Partial<Record<Colour, number>>,
  options: { golden?: number } = {},
): Promise<DataSetVersion> {
  const load = async (seedFrom: number, perColour: Partial<Record<Colour, number>>, query: string) => {
    const files: Record<string, Buffer> = {};
    for (const [colour, count] of Object.entries(perColour) as [Colour, number][])
      for (let index = 0; index < count; index += 1)
        files[`${colour}/group-${index}/${index}.png`] = await colourPicture(colour, seedFrom + index);
    const started = (await (
      await service.upload(`/v1/data-sets/${dataSet}/imports${query}`, await makeZip(files))
    ).json()) as ImportBody;
    await until(
      () => service.get<ImportBody>(`/v1/data-sets/${dataSet}/imports/${started.importId}`),
      ({ state }) => state === 'succeeded',
    );
  };
  await load(0, counts, '');
  if (options.golden !== undefined) {
    const golden = Object.fromEntries(Object.keys(counts).map((colour) => [colour, options.golden!]));
    await load(10_000, golden, '?golden=true');
  }
  const frozen = await service.post(`/v1/data-sets/${dataSet}/versions`, { validation: 0.2, test: 0.4 });
  return ((await frozen.json()) as { version: DataSetVersion }).version;
}

/** A network so small that WebAssembly trains it in seconds. */
export const tinyRun = (dataSetVersionId: string, more: Partial<StartRunInput> = {}): StartRunInput => ({
  ...{ name: 'tiny', dataSetVersionId, start: 'chance', strategy: 'fine-tuning', backend: 'wasm' },
  architecture: { width: 0.35, inputSize: 32 },
  options: {
    ...{ batchSize: 8, headEpochs: 2 },
    phases: [{ name: 'all', inputSize: 32, epochs: 3, unfrozenGroups: 5, learningRate: 2e-3 }],
  },
  ...more,
});

export const runUntil = (
  service: RetrainingHarness,
  runId: string,
  isSo: (run: RunDetail) => boolean = ({ state }) => state !== 'running',
): Promise<RunDetail> => until(() => service.get<RunDetail>(`/v1/runs/${runId}`), isSo, 90_000);
