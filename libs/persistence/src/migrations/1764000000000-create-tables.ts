import type { MigrationInterface, QueryRunner } from 'typeorm';

const SHOP = `
CREATE TABLE store (
  store_id text PRIMARY KEY,
  name text NOT NULL,
  gln text,
  time_zone text NOT NULL DEFAULT 'UTC',
  trading_hours_per_day double precision NOT NULL DEFAULT 12
);
CREATE TABLE supplier (
  supplier_id text PRIMARY KEY,
  name text NOT NULL,
  lead_time_days double precision NOT NULL,
  lead_time_std_days double precision NOT NULL DEFAULT 0,
  minimum_order_cases integer NOT NULL DEFAULT 1
);
CREATE TABLE product (
  gtin text PRIMARY KEY,
  name text NOT NULL,
  brand text NOT NULL DEFAULT '',
  category text NOT NULL,
  price_cents integer NOT NULL,
  case_pack integer NOT NULL,
  supplier_id text NOT NULL CONSTRAINT product_supplier_fk REFERENCES supplier,
  picture_id text
);
CREATE TABLE fixture (
  store_id text NOT NULL CONSTRAINT fixture_store_fk REFERENCES store,
  fixture_id text NOT NULL,
  name text NOT NULL,
  aisle text NOT NULL DEFAULT '',
  PRIMARY KEY (store_id, fixture_id)
);
CREATE TABLE slot (
  slot_id text PRIMARY KEY,
  store_id text NOT NULL,
  fixture_id text NOT NULL,
  shelf integer NOT NULL,
  position integer NOT NULL,
  gtin text NOT NULL CONSTRAINT slot_product_fk REFERENCES product,
  facings integer NOT NULL,
  capacity integer NOT NULL,
  low_facings integer NOT NULL,
  retired_at timestamptz,
  CONSTRAINT slot_fixture_fk FOREIGN KEY (store_id, fixture_id) REFERENCES fixture (store_id, fixture_id)
);
CREATE INDEX slot_by_store ON slot (store_id);
CREATE TABLE camera (
  camera_id text PRIMARY KEY,
  store_id text NOT NULL CONSTRAINT camera_store_fk REFERENCES store,
  name text NOT NULL,
  retired_at timestamptz,
  last_frame_at timestamptz,
  last_picture_id text,
  last_sequence bigint,
  health_state jsonb
);
CREATE INDEX camera_by_store ON camera (store_id);
CREATE TABLE camera_view (
  camera_id text NOT NULL CONSTRAINT camera_view_camera_fk REFERENCES camera,
  version integer NOT NULL,
  valid_from timestamptz NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  regions jsonb NOT NULL,
  reference_picture_id text,
  PRIMARY KEY (camera_id, version)
);
CREATE TABLE stock_level (
  store_id text NOT NULL CONSTRAINT stock_level_store_fk REFERENCES store,
  gtin text NOT NULL CONSTRAINT stock_level_product_fk REFERENCES product,
  backroom integer NOT NULL,
  shelf integer NOT NULL,
  reserved integer NOT NULL DEFAULT 0,
  on_order integer NOT NULL DEFAULT 0,
  on_order_expected_at timestamptz,
  daily_sales double precision,
  daily_sales_std double precision,
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (store_id, gtin)
);
CREATE TABLE suppression_window (
  window_id uuid PRIMARY KEY,
  store_id text NOT NULL CONSTRAINT suppression_window_store_fk REFERENCES store,
  fixture_id text,
  slot_id text,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  reason text NOT NULL
);
CREATE INDEX suppression_window_by_store ON suppression_window (store_id, ends_at);
`;

const OBSERVATION = `
CREATE TABLE frame (
  frame_id uuid PRIMARY KEY,
  camera_id text NOT NULL,
  captured_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  sha256 text NOT NULL,
  outcome text NOT NULL,
  picture_id text
);
-- Also serves "latest frames of a camera", read backwards.
CREATE UNIQUE INDEX frame_natural_key ON frame (camera_id, captured_at, sha256);
CREATE TABLE slot_observation (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  slot_id text NOT NULL,
  frame_id uuid NOT NULL CONSTRAINT slot_observation_frame_fk REFERENCES frame,
  camera_id text NOT NULL,
  captured_at timestamptz NOT NULL,
  readings jsonb NOT NULL,
  model_version text NOT NULL
);
CREATE UNIQUE INDEX slot_observation_once ON slot_observation (slot_id, frame_id);
CREATE INDEX slot_observation_by_time ON slot_observation (slot_id, captured_at);
CREATE TABLE slot_state (
  slot_id text PRIMARY KEY CONSTRAINT slot_state_slot_fk REFERENCES slot,
  status text NOT NULL,
  since timestamptz NOT NULL,
  confidence double precision NOT NULL,
  visible_facings integer NOT NULL,
  foreign_gtin text,
  filter jsonb NOT NULL,
  last_captured_at timestamptz NOT NULL,
  model_version text NOT NULL
);
CREATE TABLE camera_health (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  camera_id text NOT NULL CONSTRAINT camera_health_camera_fk REFERENCES camera,
  fault text NOT NULL,
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  recommended_action text NOT NULL
);
CREATE UNIQUE INDEX camera_health_one_open ON camera_health (camera_id, fault) WHERE closed_at IS NULL;
CREATE INDEX camera_health_by_time ON camera_health (camera_id, opened_at);
`;

const EVENTS = `
CREATE TABLE stock_event (
  event_id uuid PRIMARY KEY,
  store_id text NOT NULL,
  slot_id text NOT NULL CONSTRAINT stock_event_slot_fk REFERENCES slot,
  camera_id text NOT NULL,
  kind text NOT NULL,
  status text NOT NULL,
  gtin text NOT NULL,
  foreign_gtin text,
  since timestamptz NOT NULL,
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  confidence double precision NOT NULL,
  visible_facings integer NOT NULL,
  facings integer NOT NULL,
  model_version text NOT NULL,
  evidence_picture_id text,
  decision_id uuid,
  urgency_cents_per_hour double precision NOT NULL DEFAULT 0,
  backroom_found boolean
);
CREATE UNIQUE INDEX stock_event_one_open ON stock_event (slot_id, kind) WHERE status = 'open';
CREATE INDEX stock_event_open_by_store ON stock_event (store_id) WHERE status = 'open';
CREATE INDEX stock_event_by_time ON stock_event (store_id, opened_at);
CREATE TABLE stock_event_change (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id uuid NOT NULL CONSTRAINT stock_event_change_event_fk REFERENCES stock_event,
  change text NOT NULL,
  at timestamptz NOT NULL,
  snapshot jsonb NOT NULL
);
CREATE INDEX stock_event_change_by_event ON stock_event_change (event_id);
CREATE TABLE decision (
  decision_id uuid PRIMARY KEY,
  event_id uuid NOT NULL CONSTRAINT decision_event_fk REFERENCES stock_event,
  remedy text NOT NULL,
  rule text NOT NULL,
  reason text NOT NULL,
  inputs jsonb NOT NULL,
  alternatives jsonb NOT NULL,
  decided_at timestamptz NOT NULL
);
CREATE INDEX decision_by_event ON decision (event_id);
CREATE TABLE reorder (
  reorder_id uuid PRIMARY KEY,
  idempotency_key text NOT NULL,
  store_id text NOT NULL CONSTRAINT reorder_store_fk REFERENCES store,
  gtin text NOT NULL CONSTRAINT reorder_product_fk REFERENCES product,
  supplier_id text NOT NULL CONSTRAINT reorder_supplier_fk REFERENCES supplier,
  event_id uuid,
  quantity integer NOT NULL,
  cases integer NOT NULL,
  case_pack integer NOT NULL,
  state text NOT NULL,
  reason text NOT NULL,
  requested_at timestamptz NOT NULL,
  expected_at timestamptz,
  changed_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX reorder_one_open ON reorder (store_id, gtin, supplier_id)
  WHERE state IN ('PROPOSED', 'APPROVED', 'SENT', 'ACKED', 'CHANGED', 'SHIPPED');
CREATE UNIQUE INDEX reorder_idempotency_key ON reorder (idempotency_key);
CREATE INDEX reorder_by_time ON reorder (store_id, requested_at);
CREATE TABLE reorder_change (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  reorder_id uuid NOT NULL CONSTRAINT reorder_change_reorder_fk REFERENCES reorder,
  previous text,
  state text NOT NULL,
  changed_at timestamptz NOT NULL,
  reason text NOT NULL,
  actor text NOT NULL
);
CREATE INDEX reorder_change_by_reorder ON reorder_change (reorder_id);
`;

const OUTBOX = `
CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  topic text NOT NULL,
  key text NOT NULL,
  headers jsonb NOT NULL,
  payload bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  published_at timestamptz
);
CREATE INDEX outbox_unpublished ON outbox (id) WHERE published_at IS NULL;
CREATE FUNCTION announce_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NOTIFY outbox;
  RETURN NULL;
END $$;
CREATE TRIGGER outbox_announced AFTER INSERT ON outbox FOR EACH STATEMENT EXECUTE FUNCTION announce_outbox();
`;

const ACCESS = `
CREATE TABLE user_account (
  user_id uuid PRIMARY KEY,
  email text NOT NULL,
  name text NOT NULL,
  role text NOT NULL,
  password_hash text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX user_account_email ON user_account (email);
CREATE TABLE user_session (
  token_hash text PRIMARY KEY,
  user_id uuid NOT NULL CONSTRAINT user_session_user_fk REFERENCES user_account ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);
CREATE INDEX user_session_by_user ON user_session (user_id);
CREATE TABLE api_key (
  key_id uuid PRIMARY KEY,
  name text NOT NULL,
  key_hash text NOT NULL,
  role text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz
);
CREATE UNIQUE INDEX api_key_hash ON api_key (key_hash);
`;

/** Facts are appended, never changed; deleting old ones is retention and stays possible. */
const FACT_TABLES = ['slot_observation', 'stock_event_change', 'decision', 'reorder_change'];
const FACTS = [
  `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     RAISE EXCEPTION 'rows of % are facts and cannot be changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
   END $$;`,
  ...FACT_TABLES.map(
    (table) => `CREATE TRIGGER ${table}_append_only BEFORE UPDATE ON ${table} EXECUTE FUNCTION refuse_change();`,
  ),
];

/** Children first. */
const TABLES = [
  ...['api_key', 'user_session', 'user_account', 'outbox', 'reorder_change', 'reorder', 'decision'],
  ...['stock_event_change', 'stock_event', 'camera_health', 'slot_state', 'slot_observation', 'frame'],
  ...['suppression_window', 'stock_level', 'camera_view', 'camera', 'slot', 'fixture', 'product', 'supplier', 'store'],
];

export class CreateTables1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [SHOP, OBSERVATION, EVENTS, OUTBOX, ACCESS, ...FACTS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`);
    await runner.query('DROP FUNCTION announce_outbox; DROP FUNCTION refuse_change;');
  }
}
