import { ONNX_INPUT, ONNX_OUTPUT } from '@shelfwatch/vision/serving';
import type { ModelInstance } from '../model/model-instance.js';

/**
 * A model's configuration as Triton tells it, for clients that ask for it before they infer. A request may hold more images than
 * `max_batch_size`; they are then computed in several batches.
 *
 * @see https://github.com/triton-inference-server/server/blob/main/docs/protocol/extension_model_configuration.md
 */
export function configureModel({ metadata, engine }: ModelInstance) {
  const side = metadata.architecture.inputSize;
  return {
    name: metadata.name,
    platform: 'shelfwatch-model',
    backend: engine.name,
    max_batch_size: engine.maxBatch,
    input: [{ name: ONNX_INPUT, data_type: 'TYPE_UINT8', dims: [side, side, 3] }],
    output: [{ name: ONNX_OUTPUT, data_type: 'TYPE_FP32', dims: [metadata.labels.length] }],
    instance_group: [{ count: engine.count, kind: engine.name === 'tfjs-node-gpu' ? 'KIND_GPU' : 'KIND_CPU' }],
    dynamic_batching: {},
  };
}
