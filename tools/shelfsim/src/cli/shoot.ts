import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { trainingShoot } from '../training/training-shoot.js';
import type { CliOptions } from './cli-options.js';
import type { Progress } from './progress.js';
import { UsageError } from './usage.errors.js';
import { worldOf } from './world-of.js';

/** Writes training pictures and `labels.jsonl`, a row for each picture. */
export async function shoot(options: CliOptions, progress: Progress, signal: AbortSignal): Promise<void> {
  const { out, perClass, seed } = options;
  if (out === undefined) throw new UsageError('shoot needs --out FOLDER');
  await mkdir(out, { recursive: true });
  const labels = join(out, 'labels.jsonl');
  await writeFile(labels, '');
  let [pictures, facings] = [0, 0];
  for await (const shot of trainingShoot({ ...(await worldOf(options, 'training')), perClass, seed })) {
    const file = `${String((pictures += 1)).padStart(5, '0')}.jpg`;
    facings += shot.facings.length;
    await writeFile(join(out, file), shot.jpeg);
    await appendFile(
      labels,
      `${JSON.stringify({ file, width: shot.width, height: shot.height, facings: shot.facings })}\n`,
    );
    progress.at(() => `${pictures} pictures, ${facings} labelled facings`);
    if (signal.aborted) break;
  }
  progress.done(`${pictures} pictures with ${facings} labelled facings written to ${out}`);
}
