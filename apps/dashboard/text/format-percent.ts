/** `97.4 %`; a share that is not quite whole is never rounded up to 100 %, nor a trace down to 0 %. */
export function formatPercent(share: number, decimals = 1): string {
  const step = 10 ** -decimals;
  const rounded = Number((share * 100).toFixed(decimals));
  const honest = share < 1 && rounded === 100 ? 100 - step : share > 0 && rounded === 0 ? step : rounded;
  return `${honest.toFixed(decimals)} %`;
}
