import type { Planogram, PlanogramProblem, PlanogramProduct } from '@shelfwatch/domain';
import type { ProductEntity, UnitOfWork } from '@shelfwatch/persistence';

/** What is said once for all products that the platform does not know. */
export interface ProductDefaults {
  supplierId?: string | undefined;
  category?: string | undefined;
  casePack?: number | undefined;
  priceCents?: number | undefined;
}

/** Products that the platform does not know yet. A reorder needs supplier and case, a list by money the price: what is missing is a problem. */
export async function findNewProducts(
  unit: UnitOfWork,
  { products }: Planogram,
  defaults: ProductDefaults,
): Promise<{ newProducts: Partial<ProductEntity>[]; problems: PlanogramProblem[] }> {
  const known = new Set((await unit.shops.products(products.map(({ gtin }) => gtin))).map(({ gtin }) => gtin));
  const suppliers = new Set((await unit.shops.suppliers()).map(({ supplierId }) => supplierId));
  const newProducts: Partial<ProductEntity>[] = [];
  const problems: PlanogramProblem[] = [];
  for (const product of products) {
    if (known.has(product.gtin)) continue;
    const missing = missingOf({ ...defaults, ...product });
    problems.push(...missing.map((field) => missingProblem(product, field)));
    const row = { brand: '', ...defaults, ...pick(product) };
    if (row.supplierId !== undefined && !suppliers.has(row.supplierId)) {
      const message = `${product.gtin}: there is no supplier "${row.supplierId}"`;
      problems.push({ ...at(product), field: 'supplierId', message, advice: 'Name a supplier of the shop.' });
    } else if (missing.length === 0) newProducts.push(row);
  }
  return { newProducts, problems };
}

const NEEDED = ['name', 'category', 'priceCents', 'casePack', 'supplierId'] as const;

const missingOf = (product: Partial<PlanogramProduct>): (typeof NEEDED)[number][] =>
  NEEDED.filter((field) => product[field] === undefined);

const at = ({ gtin }: PlanogramProduct): Pick<PlanogramProblem, 'severity' | 'line' | 'record'> => ({
  ...{ severity: 'error', line: null },
  record: `product ${gtin}`,
});

const missingProblem = (product: PlanogramProduct, field: string): PlanogramProblem => ({
  ...at(product),
  field,
  message: `the platform does not know ${product.gtin}${product.name === undefined ? '' : ` (${product.name})`}, and its ${field} is missing`,
  advice:
    field === 'name'
      ? 'Add the name to the file, or send the product with the shop definition first.'
      : `Add it to the file, give it for all as parameter "${field}", or send the product with the shop definition first.`,
});

const pick = ({
  gtin,
  name,
  brand,
  category,
  priceCents,
  casePack,
  supplierId,
}: PlanogramProduct): Partial<ProductEntity> =>
  Object.fromEntries(
    Object.entries({ gtin, name, brand, category, priceCents, casePack, supplierId }).filter(
      ([, value]) => value !== undefined,
    ),
  );
