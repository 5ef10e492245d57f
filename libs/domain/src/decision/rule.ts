import type { ReorderProposal } from '../replenishment/propose-reorder.js';
import type { Decision, Remedy } from './decision.js';
import type { RouterInput } from './router-input.js';

/** The rule applies: this is what to do. */
export interface Taken {
  taken: true;
  rule: string;
  reason: string;
  inputs: Decision['inputs'];
  /** What to order, from the rule that orders. */
  proposal?: ReorderProposal;
}

/** The rule does not apply, and why. */
export interface NotTaken {
  taken: false;
  because: string;
}

/** One question of the router. Pure; asked in the order of the remedies. */
export interface Rule {
  remedy: Remedy;
  ask: (input: RouterInput) => Taken | NotTaken;
}

export const notTaken = (because: string): NotTaken => ({ taken: false, because });
