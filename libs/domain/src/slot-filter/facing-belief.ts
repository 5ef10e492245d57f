import type { Gtin } from '../identifiers/gtin.js';
import { FACING_CONTENTS, type FacingContent, type FacingEvidence } from './facing-evidence.js';
import type { FilterSettings } from './filter-settings.js';
import { averageProbability, type Hypothesis, moveHypothesis, NO_EVIDENCE, refuted } from './hypothesis.js';

/** What the filter believes about one facing. Plain JSON. */
export interface FacingBelief {
  /** What the facing is taken to show; null as long as that was never clear. */
  content: FacingContent | null;
  /** The foreign product, when that is what it is taken to show. */
  contentGtin: Gtin | null;
  /** Capture time of the first frame of the evidence for `content`, in milliseconds since 1970. */
  since: number | null;
  hypotheses: Record<FacingContent, Hypothesis>;
  /** The foreign product that the hypothesis `foreign` is about. */
  foreignGtin: Gtin | null;
  /** Capture time of the last reading that was evidence. */
  seenAt: number | null;
}

export const UNSEEN_FACING: FacingBelief = {
  content: null,
  contentGtin: null,
  since: null,
  hypotheses: { product: NO_EVIDENCE, empty: NO_EVIDENCE, foreign: NO_EVIDENCE },
  foreignGtin: null,
  seenAt: null,
};

/** Folds one reading in and changes the content when the evidence is strong and old enough. */
export function foldEvidence(
  belief: FacingBelief,
  evidence: FacingEvidence,
  capturedAtMs: number,
  settings: FilterSettings,
): FacingBelief {
  const pauseMs = belief.seenAt === null ? Infinity : capturedAtMs - belief.seenAt;
  const gain = settings.gain * evidence.weight * Math.min(1, pauseMs / settings.independentAfterMs);
  const move = (hypothesis: Hypothesis, probability: number): Hypothesis =>
    moveHypothesis(hypothesis, probability, gain, capturedAtMs, settings.forgetBelow);
  const foreign = foldForeign(belief, evidence, move);
  const moved: FacingBelief = {
    ...belief,
    hypotheses: {
      product: move(belief.hypotheses.product, evidence.product),
      empty: move(belief.hypotheses.empty, evidence.empty),
      foreign: foreign.hypothesis,
    },
    foreignGtin: foreign.gtin,
    seenAt: capturedAtMs,
  };
  return accept(moved, belief, capturedAtMs, settings);
}

/** Different foreign products in turn do not add up to one. */
function foldForeign(
  { hypotheses, foreignGtin }: FacingBelief,
  evidence: FacingEvidence,
  move: (hypothesis: Hypothesis, probability: number) => Hypothesis,
): { hypothesis: Hypothesis; gtin: Gtin | null } {
  const isSame = evidence.foreignGtin === null || evidence.foreignGtin === foreignGtin;
  const kept = move(hypotheses.foreign, isSame ? evidence.foreign : 0);
  if (isSame) return { hypothesis: kept, gtin: kept.since === null ? null : foreignGtin };
  const fresh = move(NO_EVIDENCE, evidence.foreign);
  return fresh.belief >= kept.belief
    ? { hypothesis: fresh, gtin: fresh.since === null ? null : evidence.foreignGtin }
    : { hypothesis: kept, gtin: foreignGtin };
}

function accept(
  moved: FacingBelief,
  before: FacingBelief,
  capturedAtMs: number,
  settings: FilterSettings,
): FacingBelief {
  const leader = strongest(moved);
  const hypothesis = moved.hypotheses[leader];
  const isNews = leader !== before.content || (leader === 'foreign' && moved.foreignGtin !== before.contentGtin);
  const threshold = leader === 'foreign' ? settings.acceptForeignAt : settings.acceptAt;
  const isOldEnough = hypothesis.since !== null && capturedAtMs - hypothesis.since >= settings.holdMs;
  if (!isNews || hypothesis.belief < threshold || !isOldEnough) return moved;
  const { product, empty, foreign } = moved.hypotheses;
  const keep = (content: FacingContent, own: Hypothesis): Hypothesis => (content === leader ? own : refuted(own));
  return {
    ...moved,
    content: leader,
    contentGtin: leader === 'foreign' ? moved.foreignGtin : null,
    since: hypothesis.since,
    hypotheses: { product: keep('product', product), empty: keep('empty', empty), foreign: keep('foreign', foreign) },
  };
}

/** The content with the highest belief; of equals the first, so that replays agree. */
export const strongest = ({ hypotheses }: FacingBelief): FacingContent =>
  FACING_CONTENTS.reduce((best, content) => (hypotheses[content].belief > hypotheses[best].belief ? content : best));

/** Whether something else than the accepted content is finding evidence. */
export function isContested({ content, hypotheses }: FacingBelief, settings: FilterSettings): boolean {
  return FACING_CONTENTS.some((candidate) => {
    const { belief, since } = hypotheses[candidate];
    return candidate !== content && since !== null && belief > settings.contestedAbove;
  });
}

/** How probable the accepted content is, by the readings that speak for it, 0..1. */
export const confidenceOf = ({ content, hypotheses }: FacingBelief): number =>
  content === null ? 0 : averageProbability(hypotheses[content]);
