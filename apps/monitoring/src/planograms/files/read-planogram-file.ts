import { checkPlanogram, type Planogram, type PlanogramProblem } from '@shelfwatch/domain';
import { isPsa } from './psa/psa-rows.js';
import { readPsa } from './psa/read-psa.js';
import { readPlanogramCsv } from './csv/read-planogram-csv.js';
import { readPlanogramJson } from './json/read-planogram-json.js';
import type { ReadOptions, ReadRows } from './read-options.js';

export const PLANOGRAM_FORMATS = ['psa', 'json', 'csv'] as const;
export type PlanogramFormat = (typeof PLANOGRAM_FORMATS)[number];

export interface PlanogramFile {
  format: PlanogramFormat;
  /** Undefined when there is an error. */
  planogram: Planogram | undefined;
  problems: PlanogramProblem[];
}

const READERS: Record<PlanogramFormat, (bytes: Uint8Array, options: ReadOptions) => ReadRows> = {
  psa: readPsa,
  json: readPlanogramJson,
  csv: readPlanogramCsv,
};

/** Reads a planogram in any of the formats. Never throws: what is wrong with the file is in its problems. */
export function readPlanogramFile(
  bytes: Uint8Array,
  options: ReadOptions,
  format: PlanogramFormat = formatOf(bytes),
): PlanogramFile {
  const { draft, problems } = READERS[format](bytes, options);
  if (draft === undefined) return { format, planogram: undefined, problems };
  const checked = checkPlanogram(draft);
  const all = [...problems, ...checked.problems].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const isWrong = all.some(({ severity }) => severity === 'error');
  return { format, planogram: isWrong ? undefined : checked.planogram, problems: all };
}

/** By what the file begins with. */
function formatOf(bytes: Uint8Array): PlanogramFormat {
  if (isPsa(bytes)) return 'psa';
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, 200)).trimStart();
  return start.startsWith('{') || start.startsWith('[') ? 'json' : 'csv';
}
