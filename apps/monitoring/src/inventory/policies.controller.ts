import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { policyChoices, type PolicyBody, type PolicyChoicesBody } from '@shelfwatch/contracts';
import { calendarProblem, parseGtin, type PolicyChoices } from '@shelfwatch/domain';
import { Database, WHOLE_STORE } from '@shelfwatch/persistence';
import { ProblemException, ZodPipe } from '@shelfwatch/platform';
import { AllowRoles } from '../auth/access.decorators.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { isoOrNull } from '../shelf-words/describe-shop.js';

/** How products are ordered: for a whole store, and for single products in it. */
@Controller('v1/stores/:storeId/replenishment-policy')
export class PoliciesController {
  constructor(private readonly database: Database) {}

  @Get()
  async ofStore(@Param('storeId') storeId: string): Promise<PolicyBody> {
    await this.refuseUnknown(storeId);
    return this.describe(storeId, WHOLE_STORE);
  }

  @Get('products/:gtin')
  async ofProduct(@Param('storeId') storeId: string, @Param('gtin') text: string): Promise<PolicyBody> {
    await this.refuseUnknown(storeId);
    return this.describe(storeId, await this.knownGtin(text));
  }

  @Put()
  @AllowRoles('manager', 'integrator')
  async chooseForStore(
    @Param('storeId') storeId: string,
    @Body(new ZodPipe(policyChoices)) choices: PolicyChoicesBody,
    @CurrentCaller() caller: Caller,
  ): Promise<PolicyBody> {
    await this.refuseUnknown(storeId);
    return this.choose(storeId, WHOLE_STORE, choices, caller.name);
  }

  @Put('products/:gtin')
  @AllowRoles('manager', 'integrator')
  async chooseForProduct(
    @Param('storeId') storeId: string,
    @Param('gtin') text: string,
    @Body(new ZodPipe(policyChoices)) choices: PolicyChoicesBody,
    @CurrentCaller() caller: Caller,
  ): Promise<PolicyBody> {
    await this.refuseUnknown(storeId);
    return this.choose(storeId, await this.knownGtin(text), choices, caller.name);
  }

  private async choose(storeId: string, gtin: string, choices: PolicyChoicesBody, actor: string): Promise<PolicyBody> {
    const problem = choices.calendar ? calendarProblem(choices.calendar) : undefined;
    if (problem !== undefined) {
      const fields = [{ path: 'calendar', message: problem }];
      throw new ProblemException(400, 'CALENDAR_WRONG', `calendar: ${problem}.`, fields);
    }
    await this.database.unit.policies.choose(storeId, gtin, choices as PolicyChoices, actor, new Date());
    return this.describe(storeId, gtin);
  }

  private async describe(storeId: string, gtin: string): Promise<PolicyBody> {
    const { policies } = this.database.unit;
    const [row, resolved] = await Promise.all([policies.find(storeId, gtin), policies.resolve(storeId, [gtin])]);
    return {
      storeId,
      gtin: gtin === WHOLE_STORE ? null : gtin,
      choices: policyChoices.parse(row?.choices ?? {}),
      policy: policyChoices.parse(resolved.get(gtin)),
      changedBy: row?.changedBy ?? null,
      changedAt: isoOrNull(row?.changedAt ?? null),
    };
  }

  private async refuseUnknown(storeId: string): Promise<void> {
    if ((await this.database.unit.shops.store(storeId)) === undefined)
      throw new ProblemException(404, 'STORE_UNKNOWN', `There is no store ${storeId}.`);
  }

  private async knownGtin(text: string): Promise<string> {
    const gtin = parseGtin(text);
    const [product] = gtin === undefined ? [] : await this.database.unit.shops.products([gtin]);
    if (product === undefined) throw new ProblemException(404, 'PRODUCT_UNKNOWN', `There is no product ${text}.`);
    return product.gtin;
  }
}
