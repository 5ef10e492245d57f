import type { MigrationInterface, QueryRunner } from 'typeorm';

const SAMPLES = `
CREATE TABLE training_sample (
  sample_id uuid PRIMARY KEY,
  data_set text NOT NULL,
  label text,
  name text NOT NULL,
  picture_id text NOT NULL,
  sha256 text NOT NULL,
  perceptual_hash text NOT NULL,
  group_key text NOT NULL,
  source text NOT NULL,
  camera_id text,
  captured_at timestamptz,
  golden boolean NOT NULL,
  luma integer NOT NULL,
  added_at timestamptz NOT NULL,
  added_by text NOT NULL
);
CREATE UNIQUE INDEX training_sample_picture ON training_sample (data_set, sha256);
CREATE INDEX training_sample_by_label ON training_sample (data_set, label);
CREATE INDEX training_sample_by_picture ON training_sample (picture_id);
CREATE TABLE sample_import (
  import_id uuid PRIMARY KEY,
  data_set text NOT NULL,
  state text NOT NULL,
  source text NOT NULL,
  request jsonb NOT NULL,
  started_at timestamptz NOT NULL,
  started_by text NOT NULL,
  ended_at timestamptz,
  done integer NOT NULL,
  total integer,
  report jsonb NOT NULL,
  failure jsonb
);
CREATE INDEX sample_import_by_data_set ON sample_import (data_set, started_at);
`;

const VERSIONS = `
CREATE TABLE data_set_version (
  version_id uuid PRIMARY KEY,
  data_set text NOT NULL,
  number integer NOT NULL,
  hash text NOT NULL,
  classes integer NOT NULL,
  counts jsonb NOT NULL,
  split jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL
);
CREATE UNIQUE INDEX data_set_version_number ON data_set_version (data_set, number);
CREATE TABLE data_set_item (
  version_id uuid NOT NULL CONSTRAINT data_set_item_version_fk REFERENCES data_set_version,
  position integer NOT NULL,
  sample_id uuid NOT NULL,
  picture_id text NOT NULL,
  label text NOT NULL,
  name text NOT NULL,
  group_key text NOT NULL,
  side text NOT NULL,
  camera_id text,
  luma integer NOT NULL,
  PRIMARY KEY (version_id, position)
);
CREATE INDEX data_set_item_by_picture ON data_set_item (picture_id);
`;

const REGISTRY = `
CREATE TABLE model_version (
  version text PRIMARY KEY,
  name text NOT NULL,
  folder text NOT NULL,
  classes integer NOT NULL,
  architecture jsonb NOT NULL,
  metrics jsonb NOT NULL,
  data_set_hash text NOT NULL,
  data_set_version_id uuid,
  code_version text NOT NULL,
  parent_version text,
  run_id text,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL
);
CREATE TABLE model_state_period (
  period_id uuid PRIMARY KEY,
  version text NOT NULL CONSTRAINT model_state_period_version_fk REFERENCES model_version,
  state text NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  actor text NOT NULL,
  reason text NOT NULL
);
CREATE UNIQUE INDEX model_state_period_now ON model_state_period (version) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX model_state_period_one_live ON model_state_period (state) WHERE ended_at IS NULL AND state = 'live';
CREATE UNIQUE INDEX model_state_period_one_shadow ON model_state_period (state) WHERE ended_at IS NULL AND state = 'shadow';
`;

/** Frozen data sets are facts. */
const FROZEN = ['data_set_version', 'data_set_item'];

/** Children first. */
const TABLES = [
  ...['model_state_period', 'model_version', 'data_set_item', 'data_set_version', 'sample_import', 'training_sample'],
];

export class TeachProducts1795430000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [SAMPLES, VERSIONS, REGISTRY]) await runner.query(sql);
    for (const table of FROZEN)
      await runner.query(
        `CREATE TRIGGER ${table}_append_only BEFORE UPDATE ON ${table} EXECUTE FUNCTION refuse_change();`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`);
  }
}
