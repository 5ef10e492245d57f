import type { EngineName, EngineOptions, InferenceEngine } from './inference-engine.js';
import { OnnxRuntimeEngine } from './onnxruntime.engine.js';

/** Makes an engine for this thread; TensorFlow.js is loaded only when it is asked for. */
export async function createEngine(name: EngineName, options: EngineOptions): Promise<InferenceEngine> {
  if (name === 'onnxruntime') return new OnnxRuntimeEngine(options);
  const { TfjsEngine } = await import('./tfjs.engine.js');
  return new TfjsEngine(name);
}
