import type { InputRange, LayerSpec } from './network.js';

/**
 * A family of networks that can be trained, exported and served here. To add one, describe its layers and list it in `backbones.ts`;
 * an operation that `LayerSpec` lacks needs a line each in `build-backbone.ts`, `tfjs-network.ts` and `write-onnx-model.ts`.
 */
export interface BackboneDefinition {
  /** As it stands in metadata and training jobs. */
  readonly name: string;
  /** For people. */
  readonly title: string;
  /** What becomes of a byte before the first layer; that of the published weights, so that they can be imported. */
  readonly inputRange: InputRange;
  /** Length of the embedding at this channel multiplier. */
  embeddingLength(width: number): number;
  /** In the order of computation; the last one's output is averaged to the embedding. @param inputSize a multiple of 32 */
  layers(width: number, inputSize: number): readonly LayerSpec[];
  /** Name of the batch normalisation behind a convolution in files with weights that are not folded. */
  normalisationOf(convolution: string): string;
}
