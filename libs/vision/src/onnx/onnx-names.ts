/** Names of the graph's input (raw RGB bytes) and output (calibrated probabilities). */
export const ONNX_INPUT = 'pixels';
export const ONNX_OUTPUT = 'probabilities';
/** Output of a backbone alone. */
export const ONNX_EMBEDDING = 'embedding';
