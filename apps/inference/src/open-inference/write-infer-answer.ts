import { type ModelMetadata, ONNX_OUTPUT } from '@shelfwatch/vision/serving';
import { ProblemException } from '@shelfwatch/platform';
import type { ServerResponse } from 'node:http';
import type { InferRequest } from './infer-request.js';
import { JSON_LENGTH_HEADER } from './read-infer-body.js';

/**
 * Answers an inference request: probabilities as JSON, or as bytes behind a JSON head when the request asks for that.
 *
 * @param rows `count` rows of probabilities
 * @throws {ProblemException} when an output is asked for that the model does not have
 */
export function writeInferAnswer(
  response: ServerResponse,
  request: InferRequest,
  metadata: ModelMetadata,
  rows: Float32Array,
  count: number,
): void {
  const unknown = request.outputs?.find(({ name }) => name !== ONNX_OUTPUT);
  if (unknown !== undefined)
    throw new ProblemException(
      400,
      'OUTPUT_UNKNOWN',
      `The model has no output "${unknown.name}", only "${ONNX_OUTPUT}".`,
    );
  const asked = request.outputs?.[0]?.parameters?.binary_data;
  const isBinary = asked ?? request.parameters?.binary_data_output ?? false;
  const output = { name: ONNX_OUTPUT, datatype: 'FP32', shape: [count, metadata.labels.length] };
  const head = {
    ...(request.id === undefined ? {} : { id: request.id }),
    model_name: metadata.name,
    model_version: metadata.version,
  };
  if (!isBinary) {
    const json = Buffer.from(JSON.stringify({ ...head, outputs: [{ ...output, data: [...rows] }] }));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': json.length }).end(json);
    return;
  }
  // Little-endian, as the protocol wants, and as every machine is that runs this.
  const bytes = Buffer.from(rows.buffer, rows.byteOffset, rows.byteLength);
  const outputs = [{ ...output, parameters: { binary_data_size: bytes.length } }];
  const json = Buffer.from(JSON.stringify({ ...head, outputs }));
  const headers = {
    [JSON_LENGTH_HEADER]: json.length,
    'content-type': 'application/octet-stream',
    'content-length': json.length + bytes.length,
  };
  response.writeHead(200, headers).end(Buffer.concat([json, bytes]));
}
