/** From the fastest to the one that npm alone provides. In a file of its own: naming a backend must not load TensorFlow.js. */
export const trainingBackends = ['tfjs-node-gpu', 'tfjs-node', 'wasm'] as const;
export type TrainingBackendName = (typeof trainingBackends)[number];
