/** Something that truly was wrong with a slot. Times in milliseconds since the epoch. */
export interface TrueEvent {
  slotId: string;
  kind: string;
  from: number;
  /** End of the condition, or of the run. */
  to: number;
  /** How long a camera could see it: without faults and people in front. */
  observableMs: number;
  /** The remedy that would be right, where the simulator knows it. */
  remedy: string | null;
}

/** What the platform said. */
export interface DetectedEvent {
  slotId: string;
  kind: string;
  since: number;
  openedAt: number;
  remedy: string | null;
}

export interface EventScore {
  precision: number;
  recall: number;
  /** `openedAt` minus true start, of the matched events. */
  detectMs: readonly number[];
  /** Share of matched events with a known remedy whose decision names it. */
  correctDecision: number;
  matched: number;
  /** Events that had to be found, and those of them that were. */
  required: number;
  foundRequired: number;
  /** Matched events whose right remedy is known, and those of them whose decision names it. */
  decided: number;
  rightlyDecided: number;
  missed: readonly TrueEvent[];
  spurious: readonly DetectedEvent[];
}

export interface ScoreSettings {
  /** A condition visible for less than this need not be found; finding it is no error either. */
  minObservableMs: number;
  /** How long after its end a condition may still be reported: the frame that showed it can be the last one. */
  graceMs: number;
}

/**
 * Pairs detections with true events of the same slot and kind, each at most once, in order of time.
 * precision = matched / (matched + spurious); recall = matched required / required.
 */
export function scoreEvents(
  truth: readonly TrueEvent[],
  detected: readonly DetectedEvent[],
  { minObservableMs, graceMs }: ScoreSettings,
): EventScore {
  const free = new Set(truth);
  const pairs: [TrueEvent, DetectedEvent][] = [];
  const spurious: DetectedEvent[] = [];
  for (const detection of [...detected].sort((a, b) => a.openedAt - b.openedAt)) {
    const match = truth.find(
      (event) =>
        free.has(event) &&
        event.slotId === detection.slotId &&
        event.kind === detection.kind &&
        detection.openedAt >= event.from &&
        detection.openedAt <= event.to + graceMs,
    );
    if (match === undefined) spurious.push(detection);
    else {
      free.delete(match);
      pairs.push([match, detection]);
    }
  }
  const isRequired = (event: TrueEvent): boolean => event.observableMs >= minObservableMs;
  const missed = [...free].filter(isRequired);
  const foundRequired = pairs.filter(([event]) => isRequired(event)).length;
  const decided = pairs.filter(([event]) => event.remedy !== null);
  const rightlyDecided = decided.filter(([event, { remedy }]) => event.remedy === remedy).length;
  return {
    precision: ratio(pairs.length, pairs.length + spurious.length),
    recall: ratio(foundRequired, foundRequired + missed.length),
    detectMs: pairs.map(([event, detection]) => detection.openedAt - event.from),
    correctDecision: ratio(rightlyDecided, decided.length),
    matched: pairs.length,
    required: foundRequired + missed.length,
    foundRequired,
    decided: decided.length,
    rightlyDecided,
    missed,
    spurious,
  };
}

/** Nothing to find and nothing found is right. */
const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
