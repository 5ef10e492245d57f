import { type ModelMetadata, ONNX_INPUT, ONNX_OUTPUT } from '@shelfwatch/vision/serving';

/** Model metadata in the protocol's words; what it has no word for goes into `parameters`. */
export const describeModel = (
  { name, architecture, labels, unknownBelow }: ModelMetadata,
  versions: readonly string[],
) => ({
  name,
  versions,
  platform: 'shelfwatch-model',
  inputs: [{ name: ONNX_INPUT, datatype: 'UINT8', shape: [-1, architecture.inputSize, architecture.inputSize, 3] }],
  outputs: [{ name: ONNX_OUTPUT, datatype: 'FP32', shape: [-1, labels.length] }],
  parameters: { labels: labels.map(({ label }) => label), unknownBelow },
});
