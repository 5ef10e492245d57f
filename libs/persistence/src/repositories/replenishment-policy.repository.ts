import { type PolicyChoices, type ReplenishmentPolicy, resolvePolicy } from '@shelfwatch/domain';
import { In } from 'typeorm';
import type { Tables } from '../database/tables.js';
import { ReplenishmentPolicyEntity, WHOLE_STORE } from '../entities/replenishment-policy.entity.js';

/** How products are ordered: choices of a store and of single products in it. */
export class ReplenishmentPolicyRepository {
  constructor(private readonly tables: Tables) {}

  /** The policy of each product, with what its store and the defaults say about the rest. */
  async resolve(storeId: string, gtins: readonly string[]): Promise<Map<string, ReplenishmentPolicy>> {
    const rows = await this.tables.find(ReplenishmentPolicyEntity, {
      where: { storeId, gtin: In([WHOLE_STORE, ...gtins]) },
    });
    const choices = new Map(rows.map((row) => [row.gtin, row.choices]));
    const store = choices.get(WHOLE_STORE) ?? null;
    return new Map(gtins.map((gtin) => [gtin, resolvePolicy(store, choices.get(gtin) ?? null)]));
  }

  /** @param gtin a product, or `WHOLE_STORE` */
  find(storeId: string, gtin: string): Promise<ReplenishmentPolicyEntity | undefined> {
    return this.tables.findOne(ReplenishmentPolicyEntity, { storeId, gtin });
  }

  /** Replaces what was chosen before; no choices at all = as if nothing had ever been set. */
  async choose(storeId: string, gtin: string, choices: PolicyChoices, changedBy: string, at: Date): Promise<void> {
    const row = { storeId, gtin, choices, changedBy, changedAt: at };
    await this.tables.upsert(ReplenishmentPolicyEntity, [row], ['storeId', 'gtin']);
  }
}
