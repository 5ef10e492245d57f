import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findScenario, shippedScenarios } from '@shelfwatch/shelfsim';
import type { Bench, BenchOptions, Figures } from '../bench.js';
import { type TaughtModel, teachPhotoWorld } from '../teach/teach-photo-world.js';
import { median, percentile } from './percentile.js';
import { playScenario, type ScenarioRun } from './play-scenario.js';
import type { EventScore } from './score-events.js';
import { TestPlatform } from './test-platform.js';

/** The demonstration's scenario has no end; it is for looking, not for measuring. */
const NOT_MEASURED = ['demo'];

/** A simulated shop through the real pipeline, compared with what really happened. */
export const eventsBench: Bench = {
  name: 'events',
  summary:
    'simulated days through the real pipeline against the truth: precision and recall of slot events, time to detect',
  async run(options: BenchOptions): Promise<Figures> {
    const names =
      options.scenario === undefined
        ? (await shippedScenarios()).filter((name) => !NOT_MEASURED.includes(name))
        : [options.scenario];
    const folder = await mkdtemp(join(tmpdir(), 'shelfwatch-events-'));
    try {
      const taught = options.world === 'photos' ? await teachPhotoWorld(join(folder, 'model'), options) : undefined;
      const runs: ScenarioRun[] = [];
      for (const name of names) runs.push(await playOnFreshPlatform(name, options, taught?.folder));
      return { ...toFigures(runs), ...(taught === undefined ? {} : photoFigures(taught, runs)) };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** A platform of its own for each scenario: none starts with what another one left. */
async function playOnFreshPlatform(
  name: string,
  options: BenchOptions,
  modelDir: string | undefined,
): Promise<ScenarioRun> {
  const platform = await TestPlatform.start(options.progress, modelDir === undefined ? {} : { modelDir });
  try {
    return await playScenario(platform, await findScenario(name), options);
  } finally {
    await platform.stop();
  }
}

/** What was taught, and how well each product is watched over all scenarios. */
function photoFigures({ modelVersion, seconds, top1 }: TaughtModel, runs: readonly ScenarioRun[]): Figures {
  const names = [...new Set(runs.flatMap(({ byProduct }) => [...byProduct.keys()]))].sort();
  const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
  const byClass = names.map((name): [string, Figures] => {
    const scores = runs.flatMap(({ byProduct }) => byProduct.get(name) ?? []);
    const sum = (of: (score: EventScore) => number): number => scores.reduce((total, score) => total + of(score), 0);
    const matched = sum((score) => score.matched);
    return [
      name,
      {
        precision: ratio(matched, matched + sum(({ spurious }) => spurious.length)),
        recall: ratio(
          sum(({ foundRequired }) => foundRequired),
          sum(({ required }) => required),
        ),
        events: sum(({ required }) => required),
      },
    ];
  });
  return { taught: { modelVersion, seconds, top1 }, byClass: Object.fromEntries(byClass) };
}

/** Over all scenarios together; a scenario counts by its events. */
function toFigures(runs: readonly ScenarioRun[]): Figures {
  const sum = (of: (run: ScenarioRun) => number): number => runs.reduce((total, run) => total + of(run), 0);
  const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
  const matched = sum(({ score }) => score.matched);
  const found = sum(({ score }) => score.foundRequired);
  const detectMs = runs.flatMap(({ score }) => score.detectMs);
  const worst = [...runs].sort((a, b) => weakness(a) - weakness(b))[0];
  return {
    precision: ratio(matched, matched + sum(({ score }) => score.spurious.length)),
    recall: ratio(found, found + sum(({ score }) => score.missed.length)),
    medianDetectMs: median(detectMs),
    p90DetectMs: percentile(detectMs, 0.9),
    correctDecision: ratio(
      sum(({ score }) => score.rightlyDecided),
      sum(({ score }) => score.decided),
    ),
    framesPerSecond: sum(({ frames }) => frames) / sum(({ seconds }) => seconds),
    worstScenario: worst?.name ?? null,
    events: sum(({ score }) => score.required),
    scenarios: Object.fromEntries(runs.map((run) => [run.name, scenarioFigures(run)])),
  };
}

const weakness = ({ score }: ScenarioRun): number => Math.min(score.precision, score.recall);

const scenarioFigures = ({ score, frames, seconds, byKind }: ScenarioRun): Figures => ({
  precision: score.precision,
  recall: score.recall,
  correctDecision: score.correctDecision,
  medianDetectMs: median(score.detectMs),
  required: score.required,
  missed: score.missed.length,
  spurious: score.spurious.length,
  byKind,
  frames,
  framesPerSecond: frames / seconds,
});
