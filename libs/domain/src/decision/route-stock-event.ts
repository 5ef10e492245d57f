import type { ReorderProposal } from '../replenishment/propose-reorder.js';
import type { Decision, RejectedAlternative } from './decision.js';
import type { RouterInput } from './router-input.js';
import type { Rule } from './rule.js';
import { cameraFaultRule } from './rules/camera-fault.rule.js';
import { countRequestRule } from './rules/count-request.rule.js';
import { expectedGapRule } from './rules/expected-gap.rule.js';
import { misplacedRule } from './rules/misplaced.rule.js';
import { onOrderRule } from './rules/on-order.rule.js';
import { reorderRule } from './rules/reorder.rule.js';
import { restockFromBackroomRule } from './rules/restock-from-backroom.rule.js';
import { unknownProductRule } from './rules/unknown-product.rule.js';

/** The cheapest remedy that can work comes first: an empty shelf is usually not a reorder. */
const RULES: readonly Rule[] = [
  cameraFaultRule,
  expectedGapRule,
  misplacedRule,
  restockFromBackroomRule,
  countRequestRule,
  onOrderRule,
  reorderRule,
  unknownProductRule,
];

export interface RoutedDecision {
  decision: Decision;
  /** What to order; with `REORDER` only. Nothing to send as long as its `missing` names figures. */
  proposal: ReorderProposal | null;
}

/** Finds the one remedy for a stock event, with its reasons and why the ones before it were not taken. */
export function routeStockEvent(input: RouterInput): RoutedDecision {
  const alternatives: RejectedAlternative[] = [];
  for (const { remedy, ask } of RULES) {
    const answer = ask(input);
    if (!answer.taken) {
      alternatives.push({ remedy, because: answer.because });
      continue;
    }
    const { rule, reason, inputs, proposal } = answer;
    const common = { eventKind: input.event.kind, visibleFacings: input.event.visibleFacings };
    return {
      decision: { remedy, rule, reason, inputs: { ...common, ...inputs }, alternatives },
      proposal: proposal ?? null,
    };
  }
  return { decision: enoughForNow(input, alternatives), proposal: null };
}

/** Only few facings are left, the back room is empty, and still there is enough until the next occasion to order. */
function enoughForNow({ event, product }: RouterInput, alternatives: RejectedAlternative[]): Decision {
  return {
    remedy: 'EXPECTED_GAP',
    rule: 'stock-lasts-until-reorder-point',
    reason: `What is left of ${product.name} lasts until it is time to order; nothing to do yet.`,
    inputs: { eventKind: event.kind, visibleFacings: event.visibleFacings },
    alternatives: alternatives.filter(({ remedy }) => remedy !== 'EXPECTED_GAP'),
  };
}
