import { randomBytes } from 'node:crypto';
import { CROP_BYTES, CROP_SIZE, ONNX_INPUT, ONNX_OUTPUT } from '@shelfwatch/vision/serving';

/** Where load goes to, and what is sent there. */
export interface LoadTarget {
  url: URL;
  /** Whole HTTP requests. */
  requests: readonly Buffer[];
}

const DIFFERENT_IMAGES = 64;

/** Builds the requests once: noise for them costs more of the processor than their sending. */
export function loadTarget(inferUrl: string): LoadTarget {
  const url = new URL(inferUrl);
  return { url, requests: tensorRequests(url, DIFFERENT_IMAGES) };
}

/**
 * Whole HTTP requests of one image of noise each, by the Open Inference Protocol with bytes in and bytes out; built once, sent often.
 *
 * @returns `count` of them
 */
function tensorRequests(url: URL, count: number): Buffer[] {
  const input = { name: ONNX_INPUT, datatype: 'UINT8', shape: [1, CROP_SIZE, CROP_SIZE, 3] };
  const json = Buffer.from(
    JSON.stringify({
      inputs: [{ ...input, parameters: { binary_data_size: CROP_BYTES } }],
      outputs: [{ name: ONNX_OUTPUT, parameters: { binary_data: true } }],
    }),
  );
  const head = [
    `POST ${url.pathname} HTTP/1.1`,
    `Host: ${url.host}`,
    'Content-Type: application/octet-stream',
    `Inference-Header-Content-Length: ${json.length}`,
    `Content-Length: ${json.length + CROP_BYTES}`,
  ];
  const start = Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), json]);
  return Array.from({ length: count }, () => Buffer.concat([start, randomBytes(CROP_BYTES)]));
}
