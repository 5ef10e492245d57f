import { toFloat16Bytes } from '../model-folder/weights-manifest.js';
import { attributeType, onnxType } from './onnx-schema.js';

type AttributeValue = { int: number } | { ints: readonly number[] };

/** Collects nodes and constants of an ONNX graph; values are named after the node that yields them. */
export class OnnxGraph {
  readonly nodes: object[] = [];
  readonly initializers: object[] = [];

  /** Adds a node with one output. @returns the output's name */
  node(
    operator: string,
    name: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, AttributeValue>> = {},
  ): string {
    this.nodes.push({
      op_type: operator,
      name,
      input: inputs,
      output: [name],
      attribute: Object.entries(attributes).map(([key, value]) => attribute(key, value)),
    });
    return name;
  }

  /** Adds a float32 scalar. */
  scalar(name: string, value: number): string {
    const raw_data = new Uint8Array(Float32Array.of(value).buffer);
    this.initializers.push({ name, dims: [], data_type: onnxType.float, raw_data });
    return name;
  }

  /** Adds a tensor stored as float16; a Cast, which runtimes fold away when they load the model, widens it to float32. */
  tensor(name: string, dims: readonly number[], values: Float32Array): string {
    const stored = `${name}:float16`;
    this.initializers.push({ name: stored, dims, data_type: onnxType.float16, raw_data: toFloat16Bytes(values) });
    return this.node('Cast', name, [stored], { to: { int: onnxType.float } });
  }
}

function attribute(name: string, value: AttributeValue): object {
  return 'int' in value
    ? { name, i: value.int, type: attributeType.int }
    : { name, ints: value.ints, type: attributeType.ints };
}

/** Describes a graph's input or output; a text dimension is one that varies. */
export function tensorInfo(
  name: string,
  elementType: number,
  shape: readonly (number | string)[],
  description: string,
): object {
  const dim = shape.map((size) => (typeof size === 'number' ? { dim_value: size } : { dim_param: size }));
  return { name, type: { tensor_type: { elem_type: elementType, shape: { dim } } }, doc_string: description };
}
