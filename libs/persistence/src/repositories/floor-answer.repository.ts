import { In } from 'typeorm';
import type { Tables } from '../database/tables.js';
import { FloorAnswerEntity } from '../entities/floor-answer.entity.js';

export class FloorAnswerRepository {
  constructor(private readonly tables: Tables) {}

  /** @returns false when this answer was told before; then nothing is written */
  async append(answer: FloorAnswerEntity): Promise<boolean> {
    return (await this.tables.insertNew(FloorAnswerEntity, [answer])) === 1;
  }

  /** Of several events, oldest first. */
  ofEvents(eventIds: readonly string[]): Promise<FloorAnswerEntity[]> {
    const where = { eventId: In([...eventIds]) };
    return this.tables.find(FloorAnswerEntity, { where, order: { answeredAt: 'ASC', answerId: 'ASC' } });
  }
}
