export interface ScenarioProblem {
  /** 1-based. */
  line: number;
  column: number;
  message: string;
}

/** A scenario file that cannot be played, and every place that is wrong. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
  readonly code = 'SCENARIO_INVALID';
  readonly retriable = false;

  constructor(
    readonly file: string,
    readonly problems: readonly ScenarioProblem[],
  ) {
    super(problems.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`).join('\n'));
  }
}
