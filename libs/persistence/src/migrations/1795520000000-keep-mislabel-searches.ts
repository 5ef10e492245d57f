import type { MigrationInterface, QueryRunner } from 'typeorm';

const SEARCHES = `
CREATE TABLE mislabel_search (
  search_id uuid PRIMARY KEY,
  data_set text NOT NULL,
  state text NOT NULL,
  stage text,
  request jsonb NOT NULL,
  started_at timestamptz NOT NULL,
  started_by text NOT NULL,
  ended_at timestamptz,
  done integer NOT NULL,
  total integer,
  checked integer,
  found integer,
  suspects jsonb NOT NULL,
  failure jsonb
);
CREATE INDEX mislabel_search_by_data_set ON mislabel_search (data_set, started_at);
`;

/** Searches for wrong labels, with what they found. */
export class KeepMislabelSearches1795520000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SEARCHES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mislabel_search');
  }
}
