import { type ApprovalRules, DEFAULT_APPROVAL, judgeApproval } from './approval.js';

const order = { cases: 3, quantity: 18, priceCents: 100, category: 'Drinks', missing: [] };
const automatic = (limits: Partial<ApprovalRules['limits']>): ApprovalRules => ({
  mode: 'automatic',
  limits: { ...DEFAULT_APPROVAL.limits, ...limits },
});

describe('judgeApproval', () => {
  it('When nothing is set, then orders are advice', () => {
    expect(judgeApproval(order, DEFAULT_APPROVAL).verdict).toBe('advice');
  });

  it('When the mode is approve, then a person decides', () => {
    expect(judgeApproval(order, { ...DEFAULT_APPROVAL, mode: 'approve' }).verdict).toBe('needs-approval');
  });

  it.each([
    ['is at the limit of value', { valueCents: 1_800 }, 'approved'],
    ['passes the limit of value', { valueCents: 1_799 }, 'needs-approval'],
    ['is at the limit of cases', { cases: 3 }, 'approved'],
    ['passes the limit of cases', { cases: 2 }, 'needs-approval'],
    ['is of a category that spoils', { categories: ['Drinks'] }, 'needs-approval'],
    ['knows no limit', {}, 'approved'],
  ] as const)('When an automatic order %s, then it is %s', (_what, limits, verdict) => {
    expect(judgeApproval(order, automatic(limits)).verdict).toBe(verdict);
  });

  it('When figures are missing, then even an automatic order is advice and names them', () => {
    expect(judgeApproval({ ...order, missing: ['daily sales'] }, automatic({}))).toEqual({
      verdict: 'advice',
      reason: 'Only advice, because these are missing: daily sales.',
    });
  });
});
