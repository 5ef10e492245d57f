import * as tf from '@tensorflow/tfjs';
import { backboneOf, CLASSIFIER_LAYER } from '../backbone/build-classifier.js';
import type { AdamW } from './adamw.js';
import type { CropBatch } from './crop-batches.js';
import { crossEntropy } from './cross-entropy.js';
import type { TargetRows } from './target-rows.js';
import { byName } from './train-head.js';
import type { TrainingOptions, TrainingPhase } from './training-options.js';

/** One step of learning; made once per phase. */
export type PhaseStep = (batch: CropBatch, rateFactor: number, seed: number) => number;

/**
 * Prepares the steps of a phase: gradients are taken for its unfrozen layers only, so that a frozen bottom costs its forward pass alone.
 *
 * @param groups group of each layer, see `layerGroups`
 * @returns a function that changes the weights and answers with the loss; `rateFactor` is that of the schedule
 */
export function preparePhaseStep(
  model: tf.LayersModel,
  variables: ReadonlyMap<string, tf.Variable>,
  groups: ReadonlyMap<string, number>,
  phase: TrainingPhase,
  options: TrainingOptions,
  optimiser: AdamW,
  targetRows: TargetRows,
): PhaseStep {
  const backbone = backboneOf(model);
  const classifier = model.getLayer(CLASSIFIER_LAYER);
  const classes = model.outputs[0]!.shape.at(-1)!;
  const groupOf = (name: string) => groups.get(name.slice(0, name.indexOf('/')))!;
  const unfrozen = new Map([...variables].filter(([name]) => groupOf(name) <= phase.unfrozenGroups));
  const rates = new Map(
    [...unfrozen.keys()].map((name) => [
      name,
      phase.learningRate * options.layerDecay ** Math.max(0, groupOf(name) - 1),
    ]),
  );
  return ({ pixels, labels, mixed }, rateFactor, seed) =>
    tf.tidy(() => {
      const targets = tf.tensor2d(targetRows.of(labels, mixed), [labels.length, classes]);
      const loss = () => {
        const embedding = backbone.apply(pixels, { training: true }) as tf.Tensor2D;
        const seen = tf.dropout(embedding, options.dropout, undefined, seed);
        return crossEntropy(targets, classifier.apply(seen) as tf.Tensor2D, targetRows.familyTerm);
      };
      const { value, grads } = tf.variableGrads(loss, [...unfrozen.values()]);
      optimiser.apply(unfrozen, byName(unfrozen, grads), (name) => rates.get(name)! * rateFactor);
      return value.dataSync()[0]!;
    });
}
