/** How far the platform goes by itself: only says what to order, asks somebody, or orders. */
export const REORDER_MODES = ['advise', 'approve', 'automatic'] as const;
export type ReorderMode = (typeof REORDER_MODES)[number];

/** Up to where the platform may order by itself; null = no limit. */
export interface ApprovalLimits {
  valueCents: number | null;
  cases: number | null;
  /** Categories of which each order needs a person, for instance what spoils. */
  categories: readonly string[];
}

export interface ApprovalRules {
  mode: ReorderMode;
  limits: ApprovalLimits;
}

export const DEFAULT_APPROVAL: ApprovalRules = {
  mode: 'advise',
  limits: { valueCents: null, cases: null, categories: [] },
};

/** `advice`: nobody is asked; `needs-approval`: a person decides; `approved`: within the limits. */
export const REORDER_APPROVALS = ['advice', 'needs-approval', 'approved'] as const;
export type ReorderApproval = (typeof REORDER_APPROVALS)[number];

export interface ApprovalVerdict {
  verdict: ReorderApproval;
  /** One sentence for the history. */
  reason: string;
}

/** What becomes of a proposed reorder. An order for which figures are missing is advice in every mode. */
export function judgeApproval(
  order: { cases: number; quantity: number; priceCents: number; category: string; missing: readonly string[] },
  { mode, limits }: ApprovalRules,
): ApprovalVerdict {
  if (order.missing.length > 0)
    return { verdict: 'advice', reason: `Only advice, because these are missing: ${order.missing.join(', ')}.` };
  if (mode === 'advise') return { verdict: 'advice', reason: 'Orders of this product are advice only.' };
  if (mode === 'approve') return { verdict: 'needs-approval', reason: 'Orders of this product need an approval.' };
  const valueCents = order.quantity * order.priceCents;
  if (limits.categories.includes(order.category))
    return { verdict: 'needs-approval', reason: `Orders of ${order.category} need an approval.` };
  if (limits.cases !== null && order.cases > limits.cases)
    return { verdict: 'needs-approval', reason: `${order.cases} cases are more than the limit of ${limits.cases}.` };
  if (limits.valueCents !== null && valueCents > limits.valueCents)
    return { verdict: 'needs-approval', reason: `Sold for ${valueCents} cents, the limit is ${limits.valueCents}.` };
  return { verdict: 'approved', reason: 'Within the limits for ordering by itself.' };
}
