import { setTimeout as sleep } from 'node:timers/promises';
import { backoffDelayMs, type Backoff } from '@shelfwatch/platform';
import { AgentError, reasonOf } from './agent.errors.js';
import type { CameraPicture } from './camera-picture.js';
import type { PictureSink } from './sinks/picture-sink.js';
import type { PictureSource } from './sources/picture-source.js';

export interface AgentReport {
  sent: number;
  refused: number;
  /** How often the camera or the platform was lost. */
  interruptions: number;
}

export interface AgentRun {
  cameraId: string;
  source: PictureSource;
  sink: PictureSink;
  log: (line: string) => void;
  signal: AbortSignal;
  backoff?: Backoff;
}

const BACKOFF: Backoff = { baseMs: 1_000, maxMs: 60_000 };

/**
 * Carries pictures from the source to the sink until the source ends or `signal` aborts. Whatever is lost is tried
 * again with growing pauses; a picture that was taken is not given up until the platform has it or refuses it.
 *
 * @throws {AgentError} when only a person can help (ffmpeg missing)
 */
export async function runAgent(run: AgentRun): Promise<AgentReport> {
  const { source, sink, log, signal } = run;
  const report: AgentReport = { sent: 0, refused: 0, interruptions: 0 };
  log(`camera ${run.cameraId}: from ${source.name} to ${sink.name}`);
  for (let failures = 0; !signal.aborted;) {
    try {
      for await (const picture of source.pictures(signal)) {
        if (failures > 0) log(`${source.name} is back`);
        failures = 0;
        await deliver(picture, run, report);
      }
      return report;
    } catch (error) {
      if (signal.aborted) break;
      if (error instanceof AgentError && !error.retriable) throw error;
      failures++;
      report.interruptions++;
      await pause(error, failures, run);
    }
  }
  return report;
}

async function deliver(picture: CameraPicture, run: AgentRun, report: AgentReport): Promise<void> {
  const label = `${picture.label ?? 'picture'} of ${picture.capturedAt.toISOString()}`;
  for (let failures = 0; !run.signal.aborted;) {
    try {
      await run.sink.send(run.cameraId, picture, report.sent + report.refused);
      report.sent++;
      run.log(`sent ${label}, ${Math.round(picture.bytes.length / 1024)} KiB`);
      await picture.settle?.('sent');
      return;
    } catch (error) {
      if (error instanceof AgentError && error.code === 'PICTURE_REFUSED') {
        report.refused++;
        run.log(`${label}: ${error.message}`);
        await picture.settle?.('refused');
        return;
      }
      failures++;
      report.interruptions++;
      await pause(error, failures, run);
    }
  }
}

async function pause(error: unknown, failures: number, { log, signal, backoff = BACKOFF }: AgentRun): Promise<void> {
  const delayMs = backoffDelayMs(failures, backoff);
  log(
    `${error instanceof AgentError ? error.message : reasonOf(error)} Next attempt in ${(delayMs / 1_000).toFixed(1)} s.`,
  );
  await sleep(delayMs, undefined, { signal }).catch(() => undefined);
}
