import { readFile } from 'node:fs/promises';
import { type RunDetail, type StartRun, startRun, type StartRunInput } from '@shelfwatch/contracts';
import { z } from 'zod';
import { operand, wholeNumber } from '../cli/options.js';
import { percent, table } from '../cli/output.js';
import { UsageError } from '../cli/usage.js';
import { newestOf, type RetrainingClient } from '../client/retraining-client.js';
import { RetrainingError } from '../client/retraining.errors.js';
import type { Command, CommandContext } from './command.js';
import { gateLines } from './model-commands.js';

export const estimate: Command = async (context) => {
  const found = await context.client.estimate(await requestOf(context));
  context.output.result(found, [found.text]);
};

export const train: Command = async (context) => {
  const { client, output, line } = context;
  const request = await requestOf(context);
  const { text } = await client.estimate(request);
  output.progress(text);
  const { runId } = await client.startRun(request);
  if (line.values.detach)
    return output.result({ runId }, [`Run ${runId}; look with: npm run retrain -- follow ${runId}`]);
  const run = await ended(context, runId);
  const gate = await client.gate(run.modelVersion!);
  if (line.values.promote && gate.passed) await client.promote(run.modelVersion!, { to: 'live' });
  output.result({ run, gate }, [
    `${run.modelVersion}: top-1 ${percent(run.metrics['top1'] ?? 0)} on pictures that it had not seen.`,
    ...gateLines(gate),
    gate.passed
      ? line.values.promote
        ? 'It is live.'
        : `Make it live: npm run retrain -- promote ${run.modelVersion}`
      : 'It stays a candidate.',
  ]);
  if (line.values.promote && !gate.passed)
    throw new RetrainingError('GATE_FAILED', 'The gate did not pass, so nothing was promoted.');
};

export const listRuns: Command = async ({ client, output }) => {
  const runs = await client.runs();
  const rows = runs.map(({ runId, state, request, startedAt, progress, modelVersion }) => [
    ...[runId, state, request.strategy, startedAt.slice(0, 16).replace('T', ' ')],
    modelVersion ?? (progress === null ? '' : percent(progress.done)),
  ]);
  output.result(runs, rows.length === 0 ? ['No run yet.'] : table(rows));
};

export const followRun: Command = async (context) => {
  const run = await ended(context, operand(context.line, 0, 'the id of a run'));
  context.output.result(run, [`${run.modelVersion}: top-1 ${percent(run.metrics['top1'] ?? 0)}`]);
};

export const changeRun =
  (to: 'pause' | 'cancel' | 'resume'): Command =>
  async ({ client, output, line }) => {
    const run = await client.changeRun(operand(line, 0, 'the id of a run'), to);
    output.result(run, [`${run.runId} is ${run.state}.`]);
  };

/** @throws {RetrainingError} when it does not come to a good end */
async function ended({ client, output }: CommandContext, runId: string): Promise<RunDetail> {
  const run = await client.followRun(runId, (now) => output.progress(progressLine(now)));
  if (run.state === 'succeeded') return run;
  const why = run.failure?.message ?? run.log.at(-1)?.text ?? '';
  throw new RetrainingError('RUN', `The run is ${run.state}. ${why} Go on with: npm run retrain -- resume ${runId}`);
}

function progressLine({ state, progress }: RunDetail): string {
  if (progress === null) return state;
  const { stage, epoch, epochs, done, imagesPerSecond, remainingSeconds } = progress;
  const where = epochs > 0 ? `${stage}, epoch ${epoch} of ${epochs}` : stage;
  const left = remainingSeconds === null ? '' : `, about ${Math.ceil(remainingSeconds / 60)} min to go`;
  return `${percent(done)} ${where}, ${imagesPerSecond.toFixed(0)} pictures/s${left}`;
}

async function requestOf({ client, line }: CommandContext): Promise<StartRunInput> {
  const { strategy, start, model, pictures, seed, options } = line.values;
  const input = {
    name: model,
    dataSetVersionId: await versionIdOf(client, operand(line, 0, 'a data set or the id of a version')),
    ...{ start, strategy, pictures, seed: wholeNumber('seed', seed) },
    ...(options === undefined ? {} : { options: await readOptions(options) }),
  };
  const parsed = startRun.safeParse(input);
  if (!parsed.success) throw new UsageError(z.prettifyError(parsed.error));
  return parsed.data satisfies StartRun;
}

async function versionIdOf(client: RetrainingClient, text: string): Promise<string> {
  if (z.uuid().safeParse(text).success) return text;
  const newest = newestOf((await client.dataSet(text)).versions);
  if (newest !== undefined) return newest.versionId;
  throw new UsageError(`The data set ${text} is not frozen yet: npm run retrain -- freeze ${text}`);
}

async function readOptions(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new UsageError(`--options ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
