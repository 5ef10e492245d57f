import { randomBytes } from 'node:crypto';
import { CROP_BYTES, CROP_SIZE, ONNX_INPUT } from '@shelfwatch/vision/serving';

/** One image as an inference request of the Open Inference Protocol, with bytes in and bytes out; built once, sent often. */
export interface TensorRequest {
  headers: Readonly<Record<string, string | number>>;
  body: Buffer;
}

/** @returns `count` requests of one image of noise each */
export const tensorRequests = (count: number): TensorRequest[] => Array.from({ length: count }, tensorRequest);

function tensorRequest(): TensorRequest {
  const shape = [1, CROP_SIZE, CROP_SIZE, 3];
  const head = JSON.stringify({
    inputs: [{ name: ONNX_INPUT, datatype: 'UINT8', shape, parameters: { binary_data_size: CROP_BYTES } }],
    parameters: { binary_data_output: true },
  });
  const body = Buffer.concat([Buffer.from(head), randomBytes(CROP_BYTES)]);
  return {
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': body.length,
      'inference-header-content-length': head.length,
    },
    body,
  };
}
