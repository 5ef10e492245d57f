import { countProposals } from '@shelfwatch/contracts';
import { percent, table } from '@shelfwatch/retrain';
import { needed, type OptionValues } from '../command-line.js';
import type { FiguresClient } from '../figures-client.js';
import type { Answer } from './answer.js';

export async function counts(client: FiguresClient, values: OptionValues): Promise<Answer> {
  const path = `/v1/stores/${encodeURIComponent(needed(values, 'store'))}/inventory/count-proposals`;
  const perDay = values['per-day'];
  const report = await client.get(path, perDay === undefined ? {} : { perDay }, countProposals);
  const rows = report.proposals.map(({ product, places, risk, reason }) => [
    ...[product.gtin, product.name],
    places.map(({ fixtureName, shelf, position }) => `${fixtureName} ${shelf}/${position}`).join(', '),
    ...[percent(risk), reason],
  ]);
  const lines =
    rows.length === 0 ? ['Nothing to count today.'] : table([['product', '', 'place', 'risk', 'why'], ...rows]);
  return { data: report, lines };
}
