/** How much speaks for one content of a facing. Plain JSON. */
export interface Hypothesis {
  /** Weighted moving average of the probabilities read, 0..1; starts at 0. */
  belief: number;
  /** Share of all weight that fell into the time since `since`, 0..1: tells a young belief from a weak one. */
  mass: number;
  /** Capture time of the first frame that speaks for it, in milliseconds since 1970; null when nothing does. */
  since: number | null;
}

export const NO_EVIDENCE: Hypothesis = { belief: 0, mass: 0, since: null };

/** A reading speaks for a content when it gives it at least this probability. */
const SPEAKS_FOR = 0.5;

/**
 * Moves a hypothesis by one reading.
 *
 * @param probability what the reading gives it, 0..1
 * @param gain how much the reading counts, 0..1
 * @param forgetBelow belief under which it is forgotten, unless the reading speaks for it: then it is only young
 */
export function moveHypothesis(
  { belief, mass, since }: Hypothesis,
  probability: number,
  gain: number,
  capturedAtMs: number,
  forgetBelow: number,
): Hypothesis {
  const moved = belief + gain * (probability - belief);
  const speaksFor = probability >= SPEAKS_FOR;
  if (speaksFor) return { belief: moved, mass: mass + gain * (1 - mass), since: since ?? capturedAtMs };
  if (moved < forgetBelow) return NO_EVIDENCE;
  return { belief: moved, mass: since === null ? 0 : mass + gain * (1 - mass), since };
}

/** What remains of a hypothesis when another was accepted: a later return of it counts from its own first frame. */
export const refuted = ({ belief }: Hypothesis): Hypothesis => ({ belief, mass: 0, since: null });

/** The average probability that the readings since the first one gave it, 0..1. */
export const averageProbability = ({ belief, mass }: Hypothesis): number => (mass > 0 ? Math.min(1, belief / mass) : 0);
