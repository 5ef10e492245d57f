import { parseArgs } from 'node:util';
import { backboneNames, networkOf, VisionError } from '@shelfwatch/vision/serving';
import { IMPORT_RECORD, importWeights, openTrainingBackend, openWeightsSource } from '@shelfwatch/vision/training';
import { DownloadLine } from './download-line.js';

const usage = `Takes weights from elsewhere, for instance official ImageNet weights, and writes a folder that training can start from.

Usage: npm run import-weights -- FILE|URL --out DIR [options]
  FILE|URL           model.json of TensorFlow.js (its shards beside it), .h5 or .keras of Keras, or .tflite
  --out DIR          folder to write: weights.json, weights.bin, ${IMPORT_RECORD}
  --sha256 HEX       checksum of the file (of model.json followed by its shards); required for a URL
  --backbone NAME    ${backboneNames.join(', ')} (default ${backboneNames[0]})
  --width W          channel multiplier (default 1)
  --input PIXELS     input size to check, a multiple of 32 (default 224); weights fit every size
  --name NAME        for people (default: backbone and width)`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      sha256: { type: 'string' },
      backbone: { type: 'string', default: backboneNames[0] },
      width: { type: 'string', default: '1' },
      input: { type: 'string', default: '224' },
      name: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return console.log(usage);
  const [location, ...others] = positionals;
  if (location === undefined || others.length > 0 || values.out === undefined)
    throw new RangeError(`One FILE or URL and --out DIR are needed.\n\n${usage}`);
  const sha256 = checksum(values.sha256, location);
  const architecture = {
    backbone: values.backbone,
    width: Number(values.width),
    inputSize: Number(values.input),
  };
  // Wrong options should not cost a download.
  networkOf(architecture);

  // Decoding needs any backend; this one is always there.
  await openTrainingBackend('wasm');
  const line = new DownloadLine();
  const source = openWeightsSource(location, (progress) => line.show(progress));
  const imported = await importWeights({ source, sha256, architecture, outFolder: values.out, name: values.name });
  line.end();
  const { format, by, matched, folded, surplus } = imported;
  console.log(`${imported.name}: ${matched} convolutions from ${format}, recognised by ${by}.`);
  if (folded > 0) console.log(`${folded} batch normalisations were folded into them.`);
  if (surplus.length > 0)
    console.log(
      `Not used: ${surplus.slice(0, 6).join(', ')}${surplus.length > 6 ? ` and ${surplus.length - 6} more` : ''}.`,
    );
  console.log(`SHA-256 ${imported.sha256}`);
  console.log(
    `${values.out} can be trained from: npm run train:demo -- --weights ${values.out}, or as startFolder of a job.`,
  );
}

function checksum(given: string | undefined, location: string): string | undefined {
  if (given === undefined && /^https?:/i.test(location))
    throw new RangeError('What comes over the network needs --sha256: the checksum that its publisher states.');
  if (given !== undefined && !/^[0-9a-f]{64}$/i.test(given))
    throw new RangeError(`--sha256 takes 64 hexadecimal digits, not "${given}".`);
  return given;
}

try {
  await main();
} catch (error) {
  const isExpected =
    error instanceof VisionError ||
    error instanceof RangeError ||
    (error as { code?: string }).code?.startsWith('ERR_PARSE');
  console.error(isExpected ? `✖ ${(error as Error).message}` : error);
  process.exitCode = 1;
}
