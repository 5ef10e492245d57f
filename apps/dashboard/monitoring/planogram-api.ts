import { client, unwrap } from './client';
import type { PlanogramDetail, PlanogramReport, PlanogramVersion } from './types';

/** What a file does not say by itself; empty texts are left out. */
export interface PlanogramOptions {
  fixtureIds: string;
  planogram: string;
  lengthUnit: 'cm' | 'inch';
  supplierId: string;
  category: string;
  casePack: string;
  /** In whole units of money, as people write it. */
  price: string;
}

export async function getPlanograms(storeId: string, signal: AbortSignal): Promise<PlanogramVersion[]> {
  const path = { storeId };
  return (await unwrap(client.GET('/v1/stores/{storeId}/planograms', { params: { path }, signal }))).versions;
}

export const getPlanogram = (storeId: string, versionId: string, signal: AbortSignal): Promise<PlanogramDetail> =>
  unwrap(
    client.GET('/v1/stores/{storeId}/planograms/{versionId}', { params: { path: { storeId, versionId } }, signal }),
  );

/** Says what a file would change. Nothing is stored. */
export const checkPlanogram = (storeId: string, file: File, options: PlanogramOptions): Promise<PlanogramReport> =>
  sendPlanogram(storeId, file, { ...toQuery(options), dryRun: 'true' });

/** @param effectiveFrom ISO 8601; null: at once */
export const applyPlanogram = (
  storeId: string,
  file: File,
  options: PlanogramOptions,
  effectiveFrom: string | null,
): Promise<PlanogramReport> =>
  sendPlanogram(storeId, file, { ...toQuery(options), ...(effectiveFrom === null ? {} : { effectiveFrom }) });

export async function cancelPlanogram(storeId: string, versionId: string): Promise<void> {
  const path = { storeId, versionId };
  await unwrap(client.DELETE('/v1/stores/{storeId}/planograms/{versionId}', { params: { path } }));
}

/** Where the browser downloads a version, or without one what the store has now. */
export function planogramExportAddress(storeId: string, versionId: string | null, format: 'json' | 'csv'): string {
  const store = `/api/v1/stores/${encodeURIComponent(storeId)}`;
  const what = versionId === null ? 'planogram' : `planograms/${encodeURIComponent(versionId)}`;
  return `${store}/${what}/export?format=${format}`;
}

/** The file goes as it lies on the disk: the service reads its bytes, whatever their character set. */
function sendPlanogram(storeId: string, file: File, query: Record<string, string>): Promise<PlanogramReport> {
  return unwrap(
    client.POST('/v1/stores/{storeId}/planograms', {
      params: { path: { storeId }, query },
      body: file as unknown as string,
      bodySerializer: (body) => body,
      headers: { 'content-type': 'application/octet-stream' },
    }),
  );
}

/** @returns parameters of the request; a price that is no number goes as it is, so that the service says so */
export function toQuery({ price, lengthUnit, ...texts }: PlanogramOptions): Record<string, string> {
  const said = Object.entries(texts).flatMap(([name, text]) => (text.trim() === '' ? [] : [[name, text.trim()]]));
  const units = Number(price.trim().replace(',', '.'));
  const priceCents = Number.isFinite(units) ? String(Math.round(units * 100)) : price.trim();
  return {
    ...(Object.fromEntries(said) as Record<string, string>),
    ...(lengthUnit === 'cm' ? {} : { lengthUnit }),
    ...(price.trim() === '' ? {} : { priceCents }),
  };
}
