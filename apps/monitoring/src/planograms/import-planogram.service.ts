import { Injectable } from '@nestjs/common';
import type { PlanogramImportQuery, PlanogramReport } from '@shelfwatch/contracts';
import type { PlanogramProblem } from '@shelfwatch/domain';
import { Database, type PlanogramVersionEntity, type UnitOfWork } from '@shelfwatch/persistence';
import { ProblemException } from '@shelfwatch/platform';
import { randomUUID } from 'node:crypto';
import { applyPlanogram } from './apply-planogram.js';
import { type PlanogramFile, readPlanogramFile } from './files/read-planogram-file.js';
import { planPlanogram, type PlanogramPlan } from './plan-planogram.js';
import { touchedViews } from './renew-views.js';

/** The errors of a file with a thousand wrong rows fit an answer. */
const MOST_PROBLEMS = 500;

/** Takes a planogram file: checks it, compares it, and applies it at once or on its day. */
@Injectable()
export class ImportPlanogram {
  constructor(private readonly database: Database) {}

  /**
   * @returns what was found and done; of a dry run also what is wrong
   * @throws ProblemException 422 with the place of each error when the file shall be applied, 404 for a store that is not there, 409 see {@link planPlanogram}
   */
  import(storeId: string, bytes: Buffer, query: PlanogramImportQuery, createdBy: string): Promise<PlanogramReport> {
    const now = new Date();
    const effectiveFrom = query.effectiveFrom === undefined ? now : new Date(query.effectiveFrom);
    const file = readPlanogramFile(
      bytes,
      {
        storeId,
        planogramName: query.planogram,
        fixtureIds: query.fixtureIds?.split(',').map((fixtureId) => fixtureId.trim()),
        lengthUnit: query.lengthUnit,
      },
      query.format,
    );
    return this.database.transaction(async (unit) => {
      if (!(await unit.planograms.lockStore(storeId)))
        throw new ProblemException(404, 'STORE_UNKNOWN', `There is no store ${storeId}.`);
      if (file.planogram === undefined) return refuseOrReport(file, file.problems, effectiveFrom, query);
      if (query.dryRun !== 'true') await applyEarlier(unit, storeId, now);
      const plan = await planPlanogram(unit, storeId, file.planogram, effectiveFrom, query);
      const problems = [...file.problems, ...plan.problems];
      if (problems.some(({ severity }) => severity === 'error'))
        return refuseOrReport(file, problems, effectiveFrom, query, plan);
      const report = reportOf(file, problems, effectiveFrom, plan);
      const { fixtureIds, difference } = plan;
      if (query.dryRun === 'true') {
        return { ...report, state: 'checked', views: await touchedViews(unit, storeId, fixtureIds, difference) };
      }
      const version = versionOf(storeId, file, plan, { effectiveFrom, createdAt: now, createdBy });
      return { ...report, versionId: version.versionId, ...(await storeVersion(unit, version, plan, now)) };
    });
  }
}

/** A version whose time has come must not be applied after this one. */
async function applyEarlier(unit: UnitOfWork, storeId: string, now: Date): Promise<void> {
  for (const version of await unit.planograms.scheduled(storeId)) {
    if (version.effectiveFrom <= now) await applyPlanogram(unit, version, now);
  }
}

async function storeVersion(
  unit: UnitOfWork,
  version: PlanogramVersionEntity,
  { newProducts, fixtureIds, difference }: PlanogramPlan,
  now: Date,
): Promise<Pick<PlanogramReport, 'state' | 'views'> & Partial<PlanogramReport>> {
  const { storeId } = version;
  const nothing = { storeId, fixtures: [], slots: [], removedSlotIds: [] };
  await unit.planograms.apply({ ...nothing, newProducts }, now);
  await unit.planograms.add(version);
  if (version.effectiveFrom > now) {
    return { state: 'scheduled', views: await touchedViews(unit, storeId, fixtureIds, difference) };
  }
  return { state: 'applied', ...(await applyPlanogram(unit, version, now)) };
}

function versionOf(
  storeId: string,
  { format }: PlanogramFile,
  { content, fixtureIds, difference }: PlanogramPlan,
  origin: Pick<PlanogramVersionEntity, 'effectiveFrom' | 'createdAt' | 'createdBy'>,
): PlanogramVersionEntity {
  return {
    ...{ versionId: randomUUID(), storeId, name: content.name, format, fixtureIds, state: 'scheduled', ...origin },
    ...{ appliedAt: null, content, difference, failure: null },
  };
}

function reportOf(
  file: PlanogramFile,
  problems: readonly PlanogramProblem[],
  effectiveFrom: Date,
  plan?: PlanogramPlan,
): PlanogramReport {
  return {
    versionId: null,
    state: 'refused',
    format: file.format,
    name: file.planogram?.name ?? '',
    effectiveFrom: effectiveFrom.toISOString(),
    fixtureIds: plan?.fixtureIds ?? [],
    problems: problems.slice(0, MOST_PROBLEMS),
    newProducts: plan?.newProducts.map(({ gtin }) => gtin!) ?? [],
    difference: plan?.difference ?? { added: [], removed: [], changed: [], unchanged: [] },
    views: [],
    closedEvents: 0,
  };
}

/** A dry run reports what is wrong; an import that shall take effect fails of it. */
function refuseOrReport(
  file: PlanogramFile,
  problems: readonly PlanogramProblem[],
  effectiveFrom: Date,
  query: PlanogramImportQuery,
  plan?: PlanogramPlan,
): PlanogramReport {
  if (query.dryRun === 'true') return reportOf(file, problems, effectiveFrom, plan);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const fields = errors.slice(0, MOST_PROBLEMS).map((problem) => ({
    path: placeOf(problem),
    message: `${problem.message}. ${problem.advice}`,
  }));
  const detail = `The planogram has ${errors.length} error(s); first: ${fields[0]!.path}: ${fields[0]!.message}`;
  throw new ProblemException(422, 'PLANOGRAM_WRONG', detail, fields);
}

const placeOf = ({ line, record, field }: PlanogramProblem): string =>
  [line === null ? record : `line ${line}, ${record}`, field].filter((part) => part !== '').join(', ');
