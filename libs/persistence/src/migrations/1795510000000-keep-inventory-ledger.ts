import type { MigrationInterface, QueryRunner } from 'typeorm';

const LEDGER = `
CREATE TABLE inventory_movement (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  store_id text NOT NULL CONSTRAINT inventory_movement_store_fk REFERENCES store,
  gtin text NOT NULL CONSTRAINT inventory_movement_product_fk REFERENCES product,
  idempotency_key text NOT NULL,
  effective_at timestamptz NOT NULL,
  kind text NOT NULL,
  details jsonb NOT NULL,
  actor text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX inventory_movement_once ON inventory_movement (store_id, idempotency_key);
CREATE INDEX inventory_movement_by_time ON inventory_movement (store_id, gtin, effective_at);
CREATE TRIGGER inventory_movement_append_only BEFORE UPDATE ON inventory_movement EXECUTE FUNCTION refuse_change();
-- The figures of before are where the ledger begins.
INSERT INTO inventory_movement (store_id, gtin, idempotency_key, effective_at, kind, details, actor)
  SELECT store_id, gtin, 'opening/' || gtin, date_trunc('milliseconds', updated_at), 'count',
    jsonb_build_object('kind', 'count', 'shelf', shelf, 'backroom', backroom, 'reserved', reserved, 'onOrder', on_order),
    'shelfwatch'
  FROM stock_level;
`;

const POLICIES = `
CREATE TABLE replenishment_policy (
  store_id text NOT NULL CONSTRAINT replenishment_policy_store_fk REFERENCES store,
  gtin text NOT NULL,
  choices jsonb NOT NULL,
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (store_id, gtin)
);
`;

const openIndex = (states: string): string => `
DROP INDEX reorder_one_open;
CREATE UNIQUE INDEX reorder_one_open ON reorder (store_id, gtin, supplier_id) WHERE state IN (${states});
`;
const OPEN_BEFORE = `'PROPOSED', 'APPROVED', 'SENT', 'ACKED', 'CHANGED', 'SHIPPED'`;

/** Stock as a ledger, policies of a store's products, and reorders that arrive in parts. */
export class KeepInventoryLedger1795510000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LEDGER);
    await runner.query(POLICIES);
    await runner.query('ALTER TABLE reorder ADD received integer NOT NULL DEFAULT 0');
    await runner.query(openIndex(`${OPEN_BEFORE}, 'PARTLY_RECEIVED'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE reorder SET state = 'RECEIVED' WHERE state = 'PARTLY_RECEIVED'`);
    await runner.query(openIndex(OPEN_BEFORE));
    await runner.query('ALTER TABLE reorder DROP received');
    await runner.query('DROP TABLE replenishment_policy; DROP TABLE inventory_movement;');
  }
}
