import type { ModelInstance } from '../model/model-instance.js';
import type { ServedModels } from '../model/served-models.js';

/** The shadow's answers are not waited for; what it cannot compute in this time is not compared. */
const SHADOW_DEADLINE_MS = 5_000;

/** Shows the shadow what was just answered, when both models have nothing else to do: what is live never waits for it. */
export function compareWithShadow(
  models: ServedModels,
  answered: ModelInstance,
  pixels: Uint8Array,
  rows: Float32Array,
  count: number,
): void {
  const { shadow, live } = models;
  if (shadow === undefined || live !== answered || !live.isIdle || !shadow.model.isIdle) return;
  shadow.model
    .use((model) => model.classify(pixels, count, performance.now() + SHADOW_DEADLINE_MS))
    .then((other) => shadow.tally.add(rows, other, count))
    // Nobody waits for it, and a broken engine ends the service by itself.
    .catch(() => undefined);
}
