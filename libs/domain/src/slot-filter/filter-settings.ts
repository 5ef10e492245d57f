/** How readings become a slot's state. The defaults suit frames every second as well as every minute. */
export interface FilterSettings {
  /**
   * How far one clear, unhidden reading moves the belief about a facing towards what it shows, 0..1. One reading can
   * never do more, however long the pause before it.
   */
  gain: number;
  /** Readings closer in time than this are not independent: they count in proportion to the time between them. */
  independentAfterMs: number;
  /** Belief at which a facing is taken to show its product, or to be empty, 0..1. Above `gain`: one reading is never enough. */
  acceptAt: number;
  /** The same for a foreign product, where a mistake between look-alikes is likelier. */
  acceptForeignAt: number;
  /** Evidence must have held at least this long before it changes what a facing is taken to show. */
  holdMs: number;
  /** Belief below which what once spoke for something is forgotten. */
  forgetBelow: number;
  /** Belief in something else above which a facing is contested: the slot waits for it, and asks for more readings. */
  contestedAbove: number;
  /** For how many frames a slot waits for its contested facings before it changes its status. */
  settleFrames: number;
  /** A reading whose probability of being hidden is above this is no evidence. */
  hiddenAbove: number;
  /**
   * How likely one certain other product is to stand in a facing, compared with the one that the planogram wants, before anything is seen.
   * Audits find a wrong product in one to two facings of a hundred; many products share that, so that one in a thousand is much for each. The
   * classifier knows no planogram; look-alikes are told apart with its help.
   */
  foreignOdds: number;
  /** How much a reading counts, 0..1, that shows neither the wanted product nor a gap, and no foreign product clearly enough for its odds. */
  surpriseWeight: number;
  /** A slot of which no facing could be seen for this long is `unknown`. */
  unknownAfterMs: number;
}

export const DEFAULT_FILTER_SETTINGS: FilterSettings = {
  gain: 0.5,
  independentAfterMs: 1_000,
  acceptAt: 0.7,
  acceptForeignAt: 0.8,
  holdMs: 1_500,
  forgetBelow: 0.1,
  contestedAbove: 0.25,
  settleFrames: 3,
  hiddenAbove: 0.5,
  foreignOdds: 0.001,
  surpriseWeight: 0.5,
  unknownAfterMs: 30 * 60_000,
};
