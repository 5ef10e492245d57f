import { readFile } from 'node:fs/promises';
import { replayReport, type ReplayReport } from '@shelfwatch/contracts';
import { table, UsageError } from '@shelfwatch/retrain';
import { moment, needed, type OptionValues } from '../command-line.js';
import type { FiguresClient } from '../figures-client.js';
import type { Answer } from './answer.js';

/** As many differences as fit on a screen; `--json` has all that the platform names. */
const SHOWN = 40;

export async function replay(client: FiguresClient, values: OptionValues): Promise<Answer> {
  const path = `/v1/stores/${encodeURIComponent(needed(values, 'store'))}/replays`;
  const period = { from: moment(values, 'from'), to: moment(values, 'to') };
  const file = values['what-if'];
  const body = { ...period, ...(file === undefined ? {} : { whatIf: await readJson(file) }) };
  const report = await client.post(path, body, replayReport);
  return { data: report, lines: describeReplay(report) };
}

/** @throws {UsageError} */
async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`--what-if ${file}: the file cannot be read.`);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`--what-if ${file}: no JSON: ${(error as Error).message}.`);
  }
}

/** The report for people: counts side by side, then what is different. */
export function describeReplay(report: ReplayReport): string[] {
  const { asIs, whatIf, recorded, differences, differencesInAll } = report;
  const counted = (group: 'events' | 'decisions'): string[][] =>
    [...new Set([...Object.keys(asIs[group]), ...Object.keys(whatIf[group])])]
      .sort()
      .map((name) => [name, String(asIs[group][name] ?? 0), String(whatIf[group][name] ?? 0)]);
  const orders = ({ orders: { count, items, valueCents } }: ReplayReport['asIs']): string =>
    `${count} (${items} items, ${(valueCents / 100).toFixed(2)})`;
  return [
    `${report.observations} observations of ${report.storeId}, ${report.from} – ${report.to}`,
    '',
    ...table([
      ['', 'as it is', 'what if'],
      ...counted('events'),
      ...counted('decisions'),
      ['orders', orders(asIs), orders(whatIf)],
    ]),
    '',
    `recorded live: ${recorded.events} events, ${recorded.alsoReplayed} of them replayed as well, ${recorded.onlyReplayed} only replayed`,
    ...differences
      .slice(0, SHOWN)
      .map(
        ({ openedAt, change, kind, slotId, product, remedy }) =>
          `${openedAt} ${change} ${kind} ${slotId} ${product.name}: ${remedy.asIs ?? '–'} → ${remedy.whatIf ?? '–'}`,
      ),
    ...(differencesInAll > SHOWN ? [`… and ${differencesInAll - SHOWN} more`] : []),
    ...report.limits.map((limit) => `! ${limit}`),
  ];
}
