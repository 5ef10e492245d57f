import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MislabelSearchDetail } from '@shelfwatch/contracts';
import { operand, wholeNumber } from '../cli/options.js';
import { percent, table } from '../cli/output.js';
import { UsageError } from '../cli/usage.js';
import { RetrainingError } from '../client/retraining.errors.js';
import { zipFolder } from '../client/zip-folder.js';
import type { Command } from './command.js';

export const listDataSets: Command = async ({ client, output }) => {
  const dataSets = await client.dataSets();
  const rows = dataSets.map(({ name, samples, classes, versions }) => [
    ...[name, `${samples} pictures`, `${classes} classes`],
    versions[0] === undefined
      ? 'not frozen yet'
      : `version ${versions[0].number} of ${versions[0].createdAt.slice(0, 10)}`,
  ]);
  output.result(dataSets, rows.length === 0 ? ['No data set yet; import one.'] : table(rows));
};

export const importPictures: Command = async ({ client, output, line }) => {
  const dataSet = operand(line, 0, 'the name of a data set');
  const source = operand(line, 1, 'a folder or a ZIP');
  const found = await stat(source).catch(() => undefined);
  if (found === undefined) throw new UsageError(`${source} is not there.`);
  const work = await mkdtemp(join(tmpdir(), 'shelfwatch-import-'));
  try {
    const zip = found.isDirectory() ? join(work, 'pictures.zip') : source;
    if (found.isDirectory()) output.progress(`packed ${await zipFolder(source, zip)} files; sending them`);
    const started = await client.importZip(dataSet, zip, { golden: line.values.golden });
    const ended = await client.followImport(started, ({ done, total }) =>
      output.progress(`looked at ${done} of ${total ?? '?'} files`),
    );
    if (ended.state !== 'succeeded')
      throw new RetrainingError(
        'IMPORT',
        `The import is ${ended.state}: ${ended.failure?.message ?? 'no reason was given'}`,
      );
    const { added, refused, nearDuplicates, classes } = ended.report;
    output.result(ended, [
      `${added} pictures added to ${dataSet}, of ${classes.length} classes.`,
      ...refused.map(
        ({ reason, count, examples }) => `  ${count} refused, ${reason}: ${examples.slice(0, 3).join(', ')}`,
      ),
      ...(nearDuplicates.length > 0
        ? [`  ${nearDuplicates.length} nearly repeat another picture and stay in its group`]
        : []),
      ...classes.filter(({ tooFew }) => tooFew).map(({ name, samples }) => `  ${name} has only ${samples} pictures`),
    ]);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
};

export const findMislabels: Command = async ({ client, output, line }) => {
  const dataSet = operand(line, 0, 'the name of a data set');
  const started = await client.findMislabels(dataSet);
  const ended = await client.followMislabels(started, (now) => output.progress(searchLine(now)));
  if (ended.state !== 'succeeded')
    throw new RetrainingError(
      'MISLABELS',
      `The search ${ended.searchId} is ${ended.state}: ${ended.failure?.message ?? 'no reason was given'}`,
    );
  output.result(ended, [
    `${ended.suspects.length} of ${ended.checked} labels are doubtful.`,
    ...ended.suspects.map(
      ({ sampleId, label, suggested, suggestedProbability }) =>
        `  ${sampleId}: ${label}, perhaps ${suggested} (${percent(suggestedProbability)})`,
    ),
  ]);
};

function searchLine({ stage, done, total }: MislabelSearchDetail): string {
  if (stage === 'waiting') return 'waiting for another search';
  return stage === 'pictures' ? `looked at ${done} of ${total ?? '?'} pictures` : LABELS;
}

const LABELS = 'comparing every label with what the others teach';

export const freeze: Command = async ({ client, output, line }) => {
  const dataSet = operand(line, 0, 'the name of a data set');
  const holdOut = line.values['hold-out']?.split(',').map((label) => label.trim());
  const maxPerClass = wholeNumber('max-per-class', line.values['max-per-class']);
  const seed = wholeNumber('seed', line.values.seed);
  const { version, dealtBySample } = await client.freeze(dataSet, {
    ...(seed === undefined ? {} : { seed }),
    ...(holdOut === undefined ? {} : { holdOut }),
    ...(maxPerClass === undefined ? {} : { maxPerClass }),
  });
  const { train, validation, test, golden } = version.counts;
  output.result({ version, dealtBySample }, [
    `${dataSet} version ${version.number}: ${version.classes} classes; ${train} pictures to learn from, ${validation} to tune, ${test} to measure, ${golden} golden.`,
    `id ${version.versionId}, hash ${version.hash.slice(0, 16)}…`,
    ...(dealtBySample.length > 0
      ? [
          `${dealtBySample.length} classes come from one camera and day only, so their pictures had to be dealt one by one: figures for them flatter.`,
        ]
      : []),
  ]);
};
