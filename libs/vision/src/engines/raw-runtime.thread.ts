import type { Rank } from '@tensorflow/tfjs';
import { workerData } from 'node:worker_threads';
import { networkOf } from '../backbone/backbones.js';
import { readModelMetadata } from '../model-folder/read-model-folder.js';
import { serveCalls } from '../threads/serve-calls.js';
import type { EngineName } from './inference-engine.js';

export interface RawRuntimeData {
  engine: EngineName;
  folder: string;
  batch: number;
  threads: number;
  isSpinning: boolean;
}

const { engine, folder, batch, threads, isSpinning } = workerData as RawRuntimeData;
const metadata = await readModelMetadata(folder);
const side = metadata.architecture.inputSize;
const run = engine === 'onnxruntime' ? await onnxRuntimeRun() : await tfjsRun(engine);
await run();

serveCalls({
  /** Images a second over `ms` milliseconds. */
  async measure(ms: number) {
    const started = performance.now();
    let images = 0;
    for (; performance.now() - started < ms; images += batch) await run();
    return { result: (images / (performance.now() - started)) * 1000 };
  },
  close: () => ({}),
});

/** ONNX Runtime as its documentation shows it, with its own defaults unless something else is asked for. */
async function onnxRuntimeRun(): Promise<() => Promise<unknown>> {
  const { InferenceSession, Tensor } = await import('onnxruntime-node');
  const session = await InferenceSession.create(`${folder}/model.onnx`, {
    intraOpNumThreads: threads,
    ...(isSpinning ? {} : { extra: { session: { intra_op: { allow_spinning: '0' } } } }),
  });
  const input = new Tensor('uint8', new Uint8Array(batch * side * side * 3).fill(99), [batch, side, side, 3]);
  return () => session.run({ [session.inputNames[0]!]: input });
}

/** TensorFlow.js with the same kernels on a tensor that is there already: no bytes to widen, no thread, no softmax. */
async function tfjsRun(name: Exclude<EngineName, 'onnxruntime'>): Promise<() => Promise<unknown>> {
  const { useTfjsBackend } = await import('./tfjs-backend.js');
  const { readWeightTensors } = await import('./tfjs-weights.js');
  const { computeLogits } = await import('./tfjs-network.js');
  const tf = await import('@tensorflow/tfjs');
  await useTfjsBackend(name);
  const network = networkOf(metadata.architecture);
  const weights = await readWeightTensors(folder, metadata);
  const input = tf.fill<Rank.R4>([batch, side, side, 3], 0.25);
  return async () => {
    const logits = tf.tidy(() => computeLogits(network, weights, input));
    await logits.data();
    logits.dispose();
  };
}
