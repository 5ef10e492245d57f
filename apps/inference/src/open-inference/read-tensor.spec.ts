import { readInferBody } from './read-infer-body.js';
import { readTensor } from './read-tensor.js';

const side = 2;
const input = (change: object = {}) => ({
  inputs: [{ name: 'pixels', datatype: 'UINT8', shape: [1, 2, 2, 3], data: [...Array(12).keys()], ...change }],
});

describe('readTensor', () => {
  it('When data is flat or nested, then the bytes are the same', () => {
    const nested = [
      [
        [
          [0, 1, 2],
          [3, 4, 5],
        ],
        [
          [6, 7, 8],
          [9, 10, 11],
        ],
      ],
    ];
    const expected = { count: 1, pixels: Uint8Array.from(Array(12).keys()) };
    expect(readTensor(input(), side, undefined)).toEqual(expected);
    expect(readTensor(input({ data: nested }), side, undefined)).toEqual(expected);
  });

  it.each([
    ['another name', { name: 'image' }, 'The model\'s input is called "pixels", not "image".'],
    ['another type', { datatype: 'FP32' }, 'The input "pixels" is UINT8, not FP32.'],
    ['another shape', { shape: [1, 3, 2, 2] }, 'it must be [n, 2, 2, 3] with n ≥ 1'],
    ['no images', { shape: [0, 2, 2, 3], data: [] }, 'it must be [n, 2, 2, 3] with n ≥ 1'],
    ['too few values', { data: [1, 2] }, 'The input has 2 values; its shape asks for 12.'],
    ['a fraction', { data: [...Array(11).keys(), 0.5] }, 'Value 12 of the input is not a whole number from 0 to 255.'],
  ])('When the tensor has %s, then the answer says so', (_name, change, message) => {
    expect(() => readTensor(input(change), side, undefined)).toThrow(message);
  });
});

describe('readInferBody', () => {
  it('When bytes follow the JSON, then they are the tensor', () => {
    const head = Buffer.from(JSON.stringify(input({ data: undefined })));
    const { request, binary } = readInferBody(Buffer.concat([head, Buffer.alloc(12, 7)]), String(head.length));
    expect(readTensor(request, side, binary).pixels).toEqual(new Uint8Array(12).fill(7));
  });

  it.each([undefined, '', 'x', '99999'])('When the length header is %s, then the body is refused', (header) => {
    expect(() => readInferBody(Buffer.from('{}abc'), header)).toThrow(
      'needs the header inference-header-content-length',
    );
  });
});
