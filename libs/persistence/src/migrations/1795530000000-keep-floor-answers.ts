import type { MigrationInterface, QueryRunner } from 'typeorm';

const ANSWERS = `
CREATE TABLE floor_answer (
  answer_id uuid PRIMARY KEY,
  event_id uuid NOT NULL CONSTRAINT floor_answer_event_fk REFERENCES stock_event,
  answer text NOT NULL,
  details jsonb NOT NULL,
  actor text NOT NULL,
  answered_at timestamptz NOT NULL
);
CREATE INDEX floor_answer_by_event ON floor_answer (event_id);
CREATE TRIGGER floor_answer_append_only BEFORE UPDATE ON floor_answer EXECUTE FUNCTION refuse_change();
`;

const OPENING_HOURS = 'ALTER TABLE store ADD opening_hours jsonb';

/** What people on the floor say about stock events, and when stores are open. */
export class KeepFloorAnswers1795530000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ANSWERS);
    await runner.query(OPENING_HOURS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE store DROP opening_hours');
    await runner.query('DROP TABLE floor_answer');
  }
}
