import { claimsReport, type ClaimsReport } from '@shelfwatch/contracts';
import { table } from '@shelfwatch/retrain';
import { moment, needed, type OptionValues } from '../command-line.js';
import type { FiguresClient } from '../figures-client.js';
import type { Answer } from './answer.js';

type Claim = ClaimsReport['claims'][number];

export async function claims(client: FiguresClient, values: OptionValues): Promise<Answer> {
  const query = {
    ...{ stores: needed(values, 'stores'), changedAt: moment(values, 'changed'), days: needed(values, 'days') },
    ...(values.control === undefined ? {} : { controlStores: values.control }),
    ...(values.seed === undefined ? {} : { seed: values.seed }),
  };
  const report = await client.get('/v1/claims', query, claimsReport);
  return { data: report, lines: describeClaims(report) };
}

const OUTCOMES = { shown: 'shown', 'not-shown': 'not shown', 'too-few-data': 'too few data' } as const;

/** The report for people: each claim before and after, what changed, its formula, and what weakens it. */
export function describeClaims(report: ClaimsReport): string[] {
  const { stores, controlStores, beforeFrom, changedAt, afterTo } = report;
  const rows = report.claims.map((claim) => [
    ...[claim.definition.name, figure(claim, 'before'), figure(claim, 'after')],
    ...[figure(claim, 'controlBefore'), figure(claim, 'controlAfter'), change(claim)],
  ]);
  return [
    `${stores.join(', ')}${controlStores.length === 0 ? '' : `, compared with ${controlStores.join(', ')}`}`,
    `before: ${beforeFrom} – ${changedAt}; after: ${changedAt} – ${afterTo}`,
    '',
    ...table([['', 'before', 'after', 'control before', 'control after', 'change (95 %)'], ...rows]),
    '',
    ...report.claims.flatMap(({ definition: { name }, verdict }) =>
      verdict === null ? [] : [`${name}, ${verdict.claim}: ${OUTCOMES[verdict.outcome]}, because ${verdict.because}.`],
    ),
    '',
    ...report.claims.map(({ definition }) => `${definition.name}: ${definition.formula} (${definition.unit})`),
    '',
    report.method,
    ...report.caveats.map((caveat) => `! ${caveat}`),
    ...report.notMeasured.map(({ id, because }) => `not measured: ${id} – ${because}`),
  ];
}

function figure({ definition, ...claim }: Claim, when: 'before' | 'after' | 'controlBefore' | 'controlAfter'): string {
  const value = claim[when]?.value;
  if (value === undefined || value === null) return '–';
  return definition.unit === 'share' ? `${(value * 100).toFixed(1)} %` : value.toPrecision(3);
}

/** Shares are compared in points, rates as so much less. */
function change({ definition, difference, reduction }: Claim): string {
  const estimate = definition.unit === 'share' ? difference : reduction;
  if (estimate === null) return 'no interval';
  const text = (value: number): string => (value * 100).toFixed(1);
  const unit = definition.unit === 'share' ? 'points' : '% less';
  return `${text(estimate.value)} ${unit} (${text(estimate.low)} to ${text(estimate.high)})`;
}
