import type { PlanogramFileInput } from '@shelfwatch/contracts';
import type { Planogram } from '@shelfwatch/domain';

/** The planogram as the neutral JSON; reading it gives the same planogram. */
export function writePlanogramJson({ name, products, fixtures, positions }: Planogram): string {
  const file = { format: 'shelfwatch.planogram', formatVersion: 1, name, products, fixtures, positions } as const;
  return `${JSON.stringify(file satisfies PlanogramFileInput, null, 2)}\n`;
}
