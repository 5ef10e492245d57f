import { Injectable } from '@nestjs/common';
import {
  inventoryMovementRow,
  type InventoryMovementsBatch,
  type InventoryMovementsResult,
} from '@shelfwatch/contracts';
import { movementProblem } from '@shelfwatch/domain';
import { Database, type ToldMovement } from '@shelfwatch/persistence';
import { ProblemException } from '@shelfwatch/platform';
import { ReviewDecisions } from '../stock-events/review-decisions.service.js';

type RowResult = InventoryMovementsResult['rows'][number];

/** Appends movements that an inventory system, a till or a person tells. A wrong row does not keep the others out. */
@Injectable()
export class RecordMovements {
  constructor(
    private readonly database: Database,
    private readonly reviewDecisions: ReviewDecisions,
  ) {}

  /** @throws ProblemException 404 for an unknown store */
  async record(storeId: string, batch: InventoryMovementsBatch, actor: string): Promise<InventoryMovementsResult> {
    if ((await this.database.unit.shops.store(storeId)) === undefined)
      throw new ProblemException(404, 'STORE_UNKNOWN', `There is no store ${storeId}.`);
    const read = batch.movements.map((row) => readRow(row, actor));
    const known = await this.knownGtins(read.flatMap(({ movement }) => movement?.gtin ?? []));
    for (const row of read) {
      if (row.movement === undefined || known.has(row.movement.gtin)) continue;
      row.problem = `gtin: no product ${row.movement.gtin} is known; add it to the shop first`;
      delete row.movement;
    }
    const told = read.flatMap(({ movement }) => movement ?? []);
    const outcomes = await this.database.transaction((unit) => unit.inventory.append(storeId, told));
    const changed = told.filter((_, index) => outcomes[index] === 'recorded').map(({ gtin }) => gtin);
    if (changed.length > 0) await this.reviewDecisions.review(storeId, [...new Set(changed)], new Date());
    const next = outcomes.values();
    return summarise(
      read.map(({ key, movement, problem }, index): RowResult => {
        if (movement === undefined) return { index, idempotencyKey: key, outcome: 'rejected', problem: problem! };
        const outcome = next.next().value!;
        if (outcome !== 'conflict') return { index, idempotencyKey: key, outcome, problem: null };
        const reused = 'idempotencyKey: was used for another movement; a movement that is different needs its own';
        return { index, idempotencyKey: key, outcome: 'rejected', problem: reused };
      }),
    );
  }

  private async knownGtins(gtins: readonly string[]): Promise<Set<string>> {
    return new Set((await this.database.unit.shops.products([...new Set(gtins)])).map(({ gtin }) => gtin));
  }
}

interface ReadRow {
  key: string | null;
  movement?: ToldMovement;
  problem?: string;
}

function readRow(row: unknown, actor: string): ReadRow {
  const parsed = inventoryMovementRow.safeParse(row);
  if (!parsed.success) return { key: keyOf(row), problem: wordsFor(parsed.error.issues) };
  const { idempotencyKey, gtin, effectiveAt, ...details } = parsed.data;
  const movement: ToldMovement = { idempotencyKey, gtin, effectiveAt: new Date(effectiveAt), details, actor };
  const problem = movementProblem(movement);
  return problem === undefined ? { key: idempotencyKey, movement } : { key: idempotencyKey, problem };
}

const wordsFor = (issues: readonly { path: PropertyKey[]; message: string }[]): string =>
  issues.map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`)).join('; ');

function keyOf(row: unknown): string | null {
  const key = typeof row === 'object' && row !== null && 'idempotencyKey' in row ? row.idempotencyKey : null;
  return typeof key === 'string' ? key : null;
}

function summarise(rows: RowResult[]): InventoryMovementsResult {
  const count = (outcome: RowResult['outcome']): number => rows.filter((row) => row.outcome === outcome).length;
  return { recorded: count('recorded'), duplicates: count('duplicate'), rejected: count('rejected'), rows };
}
