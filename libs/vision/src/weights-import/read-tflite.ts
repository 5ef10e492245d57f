import { Float16Array } from '@petamoriken/float16';
import type { WeightTensor } from '../model-folder/weight-tensor.js';
import { FlatbufferTable } from './flatbuffer-table.js';
import type { GraphConvolution, OrderedConvolutions } from './weights-file.js';

/** Field numbers of TensorFlow Lite's `schema.fbs` (Apache-2.0, tensorflow/lite/schema), the parts that are read here. */
const fields = {
  model: { operatorCodes: 1, subgraphs: 2, buffers: 4 },
  operatorCode: { deprecatedBuiltin: 0, builtin: 3 },
  subgraph: { tensors: 0, operators: 3 },
  operator: { code: 0, inputs: 1, outputs: 2 },
  tensor: { shape: 0, type: 1, buffer: 2, name: 3, quantization: 4 },
  quantization: { scale: 2, zeroPoint: 3, dimension: 6 },
  buffer: { data: 0, offset: 1, size: 2 },
} as const;

/** Values of `BuiltinOperator`. */
const operators = { conv2d: 3, depthwiseConv2d: 4, dequantize: 6 } as const;

/** Values of `TensorType`, and how their bytes are read. */
const numbersOf: Readonly<Record<number, (bytes: ArrayBuffer) => ArrayLike<number>>> = {
  0: (bytes) => new Float32Array(bytes),
  1: (bytes) => new Float16Array(bytes),
  2: (bytes) => new Int32Array(bytes),
  3: (bytes) => new Uint8Array(bytes),
  7: (bytes) => new Int16Array(bytes),
  9: (bytes) => new Int8Array(bytes),
};

/**
 * Reads the convolutions of a TensorFlow Lite model in the order of computation; batch normalisation is already folded in such files.
 * Weights of float32, float16 and of integers with a scale are widened to float32.
 *
 * @throws {RangeError | Error} when it is no such file
 */
export function readTflite(file: Uint8Array): OrderedConvolutions {
  const model = FlatbufferTable.root(file);
  const codes = model.tables(fields.model.operatorCodes).map(codeOf);
  const [graph] = model.tables(fields.model.subgraphs);
  if (graph === undefined) throw new Error('it holds no graph');
  const tensors = graph.tables(fields.subgraph.tensors);
  const buffers = model.tables(fields.model.buffers);
  const read = (index: number) => readTensor(tensors[index]!, buffers, file);

  /** Where float16 weights are widened by an operator of their own: its output → its input. */
  const widened = new Map<number, number>();
  const order: GraphConvolution[] = [];
  for (const operator of graph.tables(fields.subgraph.operators)) {
    const code = codes[operator.int32(fields.operator.code)];
    const inputs = operator.int32s(fields.operator.inputs).map((index) => widened.get(index) ?? index);
    if (code === operators.dequantize) widened.set(operator.int32s(fields.operator.outputs)[0]!, inputs[0]!);
    if (code !== operators.conv2d && code !== operators.depthwiseConv2d) continue;
    const isDepthwise = code === operators.depthwiseConv2d;
    const [, filter, added] = inputs;
    const kernel = toTensorFlowLayout(read(filter!), isDepthwise);
    const channels = isDepthwise ? kernel.shape[2]! : kernel.shape[3]!;
    const bias = added === undefined || added < 0 ? new Float32Array(channels) : read(added).values;
    order.push({ name: tensors[filter!]!.text(fields.tensor.name), isDepthwise, kernel, bias });
  }
  return { format: 'tflite', order };
}

/** Up to 126 it stood in a byte; newer files say it twice, and only the new field holds larger ones. */
const codeOf = (code: FlatbufferTable): number =>
  Math.max(code.int8(fields.operatorCode.deprecatedBuiltin), code.int32(fields.operatorCode.builtin));

function readTensor(tensor: FlatbufferTable, buffers: readonly FlatbufferTable[], file: Uint8Array): WeightTensor {
  const { tensor: field } = fields;
  const shape = tensor.int32s(field.shape);
  const name = tensor.text(field.name);
  const data = dataOf(buffers[tensor.uint32(field.buffer)]!, file);
  const decode = numbersOf[tensor.int8(field.type)];
  if (decode === undefined)
    throw new Error(`the tensor ${name} is of type ${tensor.int8(field.type)}, which is not read`);
  const values = Float32Array.from(decode(Uint8Array.from(data).buffer));
  const size = shape.reduce((product, side) => product * side, 1);
  if (values.length !== size) throw new Error(`the tensor ${name} has ${values.length} values instead of ${size}`);
  return { shape, values: dequantise(values, shape, tensor.table(field.quantization)) };
}

/** The bytes of a buffer; in files above 2 GB, and some others, they stand behind the table. */
function dataOf(buffer: FlatbufferTable, file: Uint8Array): Uint8Array {
  const offset = buffer.uint64(fields.buffer.offset);
  if (offset <= 1) return buffer.bytes(fields.buffer.data);
  return file.subarray(offset, offset + buffer.uint64(fields.buffer.size));
}

/** `(value - zeroPoint) * scale`, with one scale for all or one for each place along an axis. */
function dequantise(
  values: Float32Array,
  shape: readonly number[],
  quantization: FlatbufferTable | undefined,
): Float32Array {
  const scales = quantization?.float32s(fields.quantization.scale) ?? [];
  if (quantization === undefined || scales.length === 0) return values;
  const zeroPoints = quantization.int64s(fields.quantization.zeroPoint);
  const axis = quantization.int32(fields.quantization.dimension);
  const inner = shape.slice(axis + 1).reduce((product, side) => product * side, 1);
  return values.map((value, index) => {
    const place = scales.length === 1 ? 0 : Math.floor(index / inner) % scales.length;
    return (value - (zeroPoints[place] ?? 0)) * scales[place]!;
  });
}

/** TensorFlow Lite keeps kernels as (out, height, width, in), depthwise as (1, height, width, channels). */
function toTensorFlowLayout({ shape, values }: WeightTensor, isDepthwise: boolean): WeightTensor {
  const [outputs, height, width, inputs] = shape as [number, number, number, number];
  if (isDepthwise) return { shape: [height, width, inputs, 1], values };
  const turned = new Float32Array(values.length);
  const places = height * width * inputs;
  for (let output = 0; output < outputs; output += 1)
    for (let place = 0; place < places; place += 1) turned[place * outputs + output] = values[output * places + place]!;
  return { shape: [height, width, inputs, outputs], values: turned };
}
