import type { Page } from 'playwright-core';

interface Exported {
  positions: { fixtureId: string; shelf: number; position: number; gtin: string; facings: number; capacity: number }[];
}

const HEADER = 'fixture_id,shelf,position,gtin,facings,capacity';

/** One fixture of what the store has now, as a flat CSV. @returns its rows without the header, and the file of rows */
export async function fixtureNow(page: Page): Promise<{ rows: string[]; file: (rows: string[]) => Buffer }> {
  const exported = await page.evaluate(async () => {
    const { stores } = (await (await fetch('/api/v1/stores')).json()) as { stores: { storeId: string }[] };
    return (await fetch(`/api/v1/stores/${stores[0]!.storeId}/planogram/export`)).json();
  });
  const { positions } = exported as Exported;
  const rows = positions
    .filter(({ fixtureId }) => fixtureId === positions[0]!.fixtureId)
    .map(({ fixtureId, shelf, position, gtin, facings, capacity }) =>
      [fixtureId, shelf, position, gtin, facings, capacity].join(','),
    );
  return { rows, file: (some) => Buffer.from([HEADER, ...some].join('\n')) };
}

/** Lets a file fall onto an element, as a mouse would. */
export async function dropFile(page: Page, selector: string, name: string, content: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ fileName, text }) => {
      const data = new DataTransfer();
      data.items.add(new File([text], fileName));
      return data;
    },
    { fileName: name, text: content.toString() },
  );
  await page.locator(selector).dispatchEvent('drop', { dataTransfer: transfer });
}
