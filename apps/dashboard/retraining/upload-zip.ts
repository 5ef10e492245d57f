import { networkProblem, toApiProblem } from '../monitoring/api-problem';
import { RETRAINING } from './client';
import type { Import, ImportOptions } from './types';

/**
 * Sends a ZIP as the body of a request, as it lies on the disk.
 *
 * @param onProgress hears which share has been sent, 0..1; `fetch` cannot tell
 * @throws ApiProblem
 */
export function uploadZip(
  dataSet: string,
  file: File,
  { golden, minSide }: ImportOptions,
  onProgress: (share: number) => void,
): Promise<Import> {
  const query = new URLSearchParams({ golden: String(golden), minSide: String(minSide) });
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${RETRAINING}/v1/data-sets/${encodeURIComponent(dataSet)}/imports?${query}`);
    request.setRequestHeader('content-type', 'application/zip');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onerror = () => reject(networkProblem(undefined));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as Import);
      else reject(toApiProblem(request.status, request.response));
    };
    request.send(file);
  });
}
