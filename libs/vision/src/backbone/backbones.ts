import { VisionError } from '../vision.errors.js';
import type { BackboneDefinition } from './backbone-definition.js';
import { efficientNetLite0 } from './efficientnet-lite0.js';
import { mobileNetV2 } from './mobilenet-v2.js';
import { backboneNames, type BackboneName } from './backbone-names.js';
import type { Network } from './network.js';

const definitions: Readonly<Record<BackboneName, BackboneDefinition>> = {
  'mobilenet-v2': mobileNetV2,
  'efficientnet-lite0': efficientNetLite0,
};

/** A backbone was named that is not known here. */
export class UnknownBackboneError extends VisionError {
  readonly code = 'BACKBONE_UNKNOWN';

  constructor(readonly backbone: string) {
    super(`There is no backbone "${backbone}"; known ones are ${backboneNames.join(', ')}.`);
  }
}

/** @throws {UnknownBackboneError} */
export function backboneOfName(name: string): BackboneDefinition {
  const definition = Object.hasOwn(definitions, name) ? definitions[name as BackboneName] : undefined;
  if (definition === undefined) throw new UnknownBackboneError(name);
  return definition;
}

/** Which network: the part of metadata and training jobs that the layers follow from. */
export interface ArchitectureChoice {
  /** MobileNetV2 when absent. */
  backbone?: string;
  /** Channel multiplier; 1 when absent. */
  width?: number;
  /** Side of the square input in pixels; 224 when absent. */
  inputSize?: number;
}

/**
 * Lays a network out.
 *
 * @throws {UnknownBackboneError}
 * @throws {RangeError} when the width is not above 0 and up to 2, or the input size not a multiple of 32
 */
export function networkOf({ backbone = 'mobilenet-v2', width = 1, inputSize = 224 }: ArchitectureChoice = {}): Network {
  const definition = backboneOfName(backbone);
  const { title, inputRange } = definition;
  if (!Number.isInteger(inputSize) || inputSize < 32 || inputSize % 32 !== 0)
    throw new RangeError(`${title} takes an input size that is a multiple of 32, not ${inputSize}.`);
  if (!(width > 0 && width <= 2)) throw new RangeError(`${title} takes a width above 0 and up to 2, not ${width}.`);
  const layers = definition.layers(width, inputSize);
  return { backbone, width, inputSize, inputRange, layers, embeddingLength: definition.embeddingLength(width) };
}
