/** Figures of money without a currency sign: the shop has one currency, and the platform does not know which. */
const WITH_CENTS = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** @param cents may be fractional, for a rate */
export function formatMoney(cents: number): string {
  const units = cents / 100;
  return (Math.abs(units) < 100 ? WITH_CENTS : WHOLE).format(units);
}
