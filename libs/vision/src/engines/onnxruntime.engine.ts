import type { InferenceSession } from 'onnxruntime-node';
import { type ModelMetadata, ONNX_FILE } from '../model-folder/model-metadata.js';
import { readListedFile, readModelMetadata } from '../model-folder/read-model-folder.js';
import { ONNX_INPUT, ONNX_OUTPUT } from '../onnx/onnx-names.js';
import { EngineUnavailableError, EngineUseError } from './engine.errors.js';
import type { EngineOptions, InferenceEngine } from './inference-engine.js';

type OnnxRuntime = typeof import('onnxruntime-node');

/** ONNX Runtime on the CPU. Its `run` computes on the calling thread, promise or not: keep it off the event loop. */
export class OnnxRuntimeEngine implements InferenceEngine {
  readonly name = 'onnxruntime';
  private loaded: { runtime: OnnxRuntime; session: InferenceSession; inputSize: number } | undefined;

  constructor(private readonly options: EngineOptions) {}

  async load(folder: string): Promise<ModelMetadata> {
    const runtime = await importRuntime();
    const metadata = await readModelMetadata(folder);
    const file = await readListedFile(folder, metadata, ONNX_FILE);
    const session = await runtime.InferenceSession.create(file, {
      intraOpNumThreads: this.options.threads,
      // Idle threads that spin would take the CPU from the other services on the machine.
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    });
    this.loaded = { runtime, session, inputSize: metadata.architecture.inputSize };
    return metadata;
  }

  async classify(pixels: Uint8Array, count: number): Promise<Float32Array> {
    if (this.loaded === undefined) throw new EngineUseError('No model is loaded.');
    const { runtime, session, inputSize } = this.loaded;
    const input = new runtime.Tensor('uint8', pixels, [count, inputSize, inputSize, 3]);
    const output = await session.run({ [ONNX_INPUT]: input });
    return output[ONNX_OUTPUT]!.data as Float32Array;
  }

  async liveTensors(): Promise<undefined> {
    return undefined;
  }

  async dispose(): Promise<void> {
    await this.loaded?.session.release();
    this.loaded = undefined;
  }
}

async function importRuntime(): Promise<OnnxRuntime> {
  try {
    return await import('onnxruntime-node');
  } catch (cause) {
    throw new EngineUnavailableError(
      'onnxruntime',
      'ONNX Runtime has no binary for this machine; set INFERENCE_ENGINE=wasm, which runs anywhere.',
      { cause },
    );
  }
}
