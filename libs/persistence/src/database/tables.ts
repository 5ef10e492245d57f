import type { EntityManager, EntityTarget, FindManyOptions, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm';
import { translateError } from '../errors/translate-error.js';

/** PostgreSQL takes 65,535 parameters in one statement. */
const ROWS_IN_ONE_STATEMENT = 1_000;

/**
 * The few table operations that repositories are written with, on one connection or transaction. Every error leaves
 * as one of this library's.
 */
export class Tables {
  constructor(private readonly manager: EntityManager) {}

  find<E extends ObjectLiteral>(entity: EntityTarget<E>, options: FindManyOptions<E>): Promise<E[]> {
    return translated(() => this.manager.find(entity, options));
  }

  findOne<E extends ObjectLiteral>(entity: EntityTarget<E>, where: FindOptionsWhere<E>): Promise<E | undefined> {
    return translated(async () => (await this.manager.findOneBy(entity, where)) ?? undefined);
  }

  count<E extends ObjectLiteral>(entity: EntityTarget<E>, where: FindOptionsWhere<E>): Promise<number> {
    return translated(() => this.manager.countBy(entity, where));
  }

  async insert<E extends ObjectLiteral>(entity: EntityTarget<E>, rows: readonly Partial<E>[]): Promise<void> {
    for (const part of parts(rows)) await translated(() => this.manager.insert(entity, asValues(part)));
  }

  /** Inserts what no unique index refuses. */
  async insertNew<E extends ObjectLiteral>(entity: EntityTarget<E>, rows: readonly Partial<E>[]): Promise<number> {
    let inserted = 0;
    for (const part of parts(rows)) {
      const builder = this.manager.createQueryBuilder().insert().into(entity).values(asValues(part)).orIgnore();
      const result = await translated(() => builder.returning('*').execute());
      inserted += (result.raw as unknown[]).length;
    }
    return inserted;
  }

  async upsert<E extends ObjectLiteral>(
    entity: EntityTarget<E>,
    rows: readonly Partial<E>[],
    key: readonly (keyof E & string)[],
  ): Promise<void> {
    for (const part of parts(rows)) {
      await translated(() => this.manager.upsert(entity, asValues(part), { conflictPaths: [...key] }));
    }
  }

  /** @returns how many rows were changed */
  async update<E extends ObjectLiteral>(
    entity: EntityTarget<E>,
    where: FindOptionsWhere<E>,
    values: Partial<E>,
  ): Promise<number> {
    const result = await translated(() => this.manager.update(entity, where, asValues([values])[0]!));
    return result.affected ?? 0;
  }

  /** @returns how many rows were deleted */
  async delete<E extends ObjectLiteral>(entity: EntityTarget<E>, where: FindOptionsWhere<E>): Promise<number> {
    return (await translated(() => this.manager.delete(entity, where))).affected ?? 0;
  }

  /** For what the operations above cannot say. */
  sql<Row>(statement: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return translated(() => this.manager.query<Row[]>(statement, [...parameters]));
  }
}

async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw translateError(error);
  }
}

/** TypeORM's deep partial type cannot express JSON columns; the entity's own type is the stricter one. */
const asValues = <E extends ObjectLiteral>(rows: readonly Partial<E>[]): QueryDeepPartialEntity<E>[] =>
  rows as QueryDeepPartialEntity<E>[];

function* parts<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += ROWS_IN_ONE_STATEMENT) {
    yield rows.slice(start, start + ROWS_IN_ONE_STATEMENT);
  }
}
