import type { MigrationInterface, QueryRunner } from 'typeorm';

const PLANOGRAM_VERSIONS = `
CREATE TABLE planogram_version (
  version_id uuid PRIMARY KEY,
  store_id text NOT NULL CONSTRAINT planogram_version_store_fk REFERENCES store,
  name text NOT NULL,
  format text NOT NULL,
  fixture_ids jsonb NOT NULL,
  state text NOT NULL,
  effective_from timestamptz NOT NULL,
  applied_at timestamptz,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  content jsonb NOT NULL,
  difference jsonb NOT NULL,
  failure text
);
CREATE INDEX planogram_version_by_store ON planogram_version (store_id, effective_from);
CREATE INDEX planogram_version_due ON planogram_version (effective_from) WHERE state = 'scheduled';
ALTER TABLE camera_view ADD COLUMN calibration jsonb;
`;

export class KeepPlanogramVersions1795500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PLANOGRAM_VERSIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE camera_view DROP COLUMN calibration; DROP TABLE planogram_version');
  }
}
