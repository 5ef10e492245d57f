/** Coefficients of Acklam's rational approximation. */
const A = [
  -39.6968302866538, 220.946098424521, -275.928510446969, 138.357751867269, -30.6647980661472, 2.50662827745924,
];
const B = [-54.4760987982241, 161.585836858041, -155.698979859887, 66.8013118877197, -13.2806815528857];
const C = [
  -0.00778489400243029, -0.322396458041136, -2.40075827716184, -2.54973253934373, 4.37466414146497, 2.93816398269878,
];
const D = [0.00778469570904146, 0.32246712907004, 2.445134137143, 3.75440866190742];
/** Below this, and above its mirror image, the tails have a formula of their own. */
const TAIL = 0.02425;

/**
 * Standard normal quantile: the z for a service level, the share of order cycles without a stock-out.
 * Acklam's approximation, relative error below 1.2e-9.
 *
 * @param serviceLevel 0 < p < 1
 */
export function zForServiceLevel(serviceLevel: number): number {
  if (!(serviceLevel > 0 && serviceLevel < 1)) {
    throw new RangeError(`A service level lies between 0 and 1, not at ${serviceLevel}.`);
  }
  if (serviceLevel > 1 - TAIL) return -lowerTail(1 - serviceLevel);
  if (serviceLevel < TAIL) return lowerTail(serviceLevel);
  const q = serviceLevel - 0.5;
  const r = q * q;
  return (polynomial(A, r) * q) / (polynomial(B, r) * r + 1);
}

function lowerTail(p: number): number {
  const q = Math.sqrt(-2 * Math.log(p));
  return polynomial(C, q) / (polynomial(D, q) * q + 1);
}

/** Highest power first. */
const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
