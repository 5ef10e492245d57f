import { ProblemException } from '@shelfwatch/platform';
import { ONNX_INPUT } from '@shelfwatch/vision/serving';
import type { InferRequest } from './infer-request.js';

export interface PixelTensor {
  pixels: Uint8Array;
  count: number;
}

const wrong = (detail: string): ProblemException => new ProblemException(400, 'TENSOR_INVALID', detail);

/**
 * Reads the one input of a request.
 *
 * @param binary what followed the JSON, with the binary extension
 * @throws {ProblemException} when it is not the tensor that the model takes
 */
export function readTensor(request: InferRequest, inputSize: number, binary: Uint8Array | undefined): PixelTensor {
  const [input] = request.inputs;
  const { name, shape, datatype, data } = input!;
  if (name !== ONNX_INPUT) throw wrong(`The model's input is called "${ONNX_INPUT}", not "${name}".`);
  if (datatype !== 'UINT8') throw wrong(`The input "${ONNX_INPUT}" is UINT8, not ${datatype}.`);
  const [count = 0, ...rest] = shape;
  if (count < 1 || rest.join() !== [inputSize, inputSize, 3].join()) {
    throw wrong(`The input has shape [${shape.join(', ')}]; it must be [n, ${inputSize}, ${inputSize}, 3] with n ≥ 1.`);
  }
  const pixels = binary ?? toBytes((data ?? []).flat(3));
  const expected = count * inputSize ** 2 * 3;
  if (pixels.length === expected) return { pixels, count };
  throw wrong(`The input has ${pixels.length} values; its shape asks for ${expected}.`);
}

function toBytes(values: readonly unknown[]): Uint8Array {
  const bytes = new Uint8Array(values.length);
  values.forEach((value, index) => {
    if (!Number.isInteger(value) || (value as number) < 0 || (value as number) > 255) {
      throw wrong(`Value ${index + 1} of the input is not a whole number from 0 to 255.`);
    }
    bytes[index] = value as number;
  });
  return bytes;
}
