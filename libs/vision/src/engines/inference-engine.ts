import type { ModelMetadata } from '../model-folder/model-metadata.js';

export const engineNames = ['onnxruntime', 'tfjs-node-gpu', 'tfjs-node', 'wasm'] as const;
export type EngineName = (typeof engineNames)[number];

/** A runtime that computes a model. One holds one model; {@link runEngineInThread} keeps it off the event loop. */
export interface InferenceEngine {
  readonly name: EngineName;

  /**
   * Reads a model folder and gets ready; call it once, before anything else.
   *
   * @throws {ModelFolderError} when the folder is broken
   * @throws {EngineUnavailableError} when the runtime is not installed
   */
  load(folder: string): Promise<ModelMetadata>;

  /**
   * @param pixels `count` crops, one after the other, each `size * size` R, G, B bytes
   * @returns `count` rows of calibrated probabilities, in the order of the model's labels
   */
  classify(pixels: Uint8Array, count: number): Promise<Float32Array>;

  /** Tensors held now, for leak tests; undefined where the runtime does not count them. */
  liveTensors(): Promise<number | undefined>;

  dispose(): Promise<void>;
}

export interface EngineOptions {
  /** Threads for one batch; 0 leaves it to the runtime. */
  threads: number;
}
