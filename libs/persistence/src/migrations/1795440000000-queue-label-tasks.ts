import type { MigrationInterface, QueryRunner } from 'typeorm';

const LABEL_TASKS = `
CREATE TABLE label_task (
  task_id uuid PRIMARY KEY,
  state text NOT NULL,
  reason text NOT NULL,
  score double precision NOT NULL,
  store_id text NOT NULL,
  camera_id text NOT NULL,
  slot_id text NOT NULL,
  facing integer NOT NULL,
  picture_id text NOT NULL,
  captured_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  expected_label text NOT NULL,
  predicted_label text,
  predicted_probability double precision,
  model_version text NOT NULL,
  label text,
  labelled_by text,
  labelled_at timestamptz
);
CREATE INDEX label_task_queue ON label_task (state, score);
CREATE INDEX label_task_by_day ON label_task (store_id, captured_at);
CREATE INDEX label_task_by_picture ON label_task (picture_id);
`;

export class QueueLabelTasks1795440000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LABEL_TASKS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE label_task');
  }
}
