import { In } from 'typeorm';
import type { Tables } from '../database/tables.js';
import { DecisionEntity } from '../entities/decision.entity.js';

/** Facts: a new decision about an event is a new row. */
export class DecisionRepository {
  constructor(private readonly tables: Tables) {}

  append(decision: DecisionEntity): Promise<void> {
    return this.tables.insert(DecisionEntity, [decision]);
  }

  find(decisionIds: readonly string[]): Promise<DecisionEntity[]> {
    return this.tables.find(DecisionEntity, { where: { decisionId: In([...decisionIds]) } });
  }

  /** Oldest first. */
  ofEvent(eventId: string): Promise<DecisionEntity[]> {
    return this.tables.find(DecisionEntity, { where: { eventId }, order: { decidedAt: 'ASC' } });
  }
}
