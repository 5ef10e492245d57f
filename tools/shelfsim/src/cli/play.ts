import { writeFile } from 'node:fs/promises';
import { createEventStream } from '@shelfwatch/messaging';
import { FolderOutput } from '../output/folder-output.js';
import type { FrameOutput } from '../output/frame-output.js';
import { HttpOutput } from '../output/http-output.js';
import { StreamOutput } from '../output/stream-output.js';
import type { PackageArtist } from '../packaging/package-artist.js';
import { findScenario } from '../scenario/find-scenario.js';
import { readShelfsimConfig } from '../shelfsim.config.js';
import { createShop } from '../shop/create-shop.js';
import { simulatedClock, wallClock } from '../simulate/play-clock.js';
import { DEFAULT_OPENING, simulate } from '../simulate/simulation.js';
import type { CliOptions } from './cli-options.js';
import type { Progress } from './progress.js';
import { UsageError } from './usage.errors.js';
import { worldOf } from './world-of.js';

/** Plays a scenario into an output until it ends, the limit is reached, or the signal comes. */
export async function play(options: CliOptions, progress: Progress, signal: AbortSignal): Promise<void> {
  const { to, seed, speed, limit } = options;
  if (to === undefined) throw new UsageError('play needs --to stream, --to http://HOST:PORT or --to FOLDER');
  const scenario = await findScenario(options.scenario);
  const { products, artist } = await worldOf(options, 'shelf');
  const isFolder = to !== 'stream' && !/^https?:/.test(to);
  const clock = options.clock ?? (isFolder ? 'simulated' : 'wall');
  const simulation = simulate(scenario, {
    seed,
    artist,
    signal,
    shop: createShop(seed, scenario.layout, products),
    clock: clock === 'wall' ? wallClock(speed, signal) : simulatedClock(DEFAULT_OPENING),
  });
  const output = outputFor(to, options, clock === 'wall' ? new Date() : DEFAULT_OPENING, artist);
  await output.open(simulation.shop);
  let sent = 0;
  for await (const frame of simulation) {
    await output.send(frame);
    sent += 1;
    progress.at(() => `${sent} pictures sent; ${frame.cameraId} at ${frame.capturedAt.toISOString()}`);
    if (sent >= limit || signal.aborted) break;
  }
  const truth = simulation.truth();
  await output.close(truth);
  if (options.truth !== undefined) await writeFile(options.truth, `${JSON.stringify(truth, null, 2)}\n`);
  progress.done(`${scenario.name}: ${sent} pictures, ${truth.events.length} events sent to ${to}`);
}

function outputFor(to: string, { apiKey }: CliOptions, opensAt: Date, artist: PackageArtist): FrameOutput {
  if (to === 'stream') return new StreamOutput(createEventStream({ ...readShelfsimConfig(), clientId: 'shelfsim' }));
  if (/^https?:/.test(to)) return new HttpOutput({ baseUrl: to, apiKey });
  return new FolderOutput(to, opensAt, artist);
}
