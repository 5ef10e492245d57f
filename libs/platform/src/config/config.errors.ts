/** One setting that is missing or wrong. */
export interface ConfigProblem {
  /** Name of the environment variable. */
  variable: string;
  /** What is wrong and what to do, in one sentence. */
  advice: string;
}

/** The environment cannot be used; carries every problem found, not only the first. */
export class ConfigError extends Error {
  readonly code = 'CONFIG_INVALID';
  readonly retriable = false;

  constructor(readonly problems: readonly ConfigProblem[]) {
    super(
      [
        `${problems.length} setting(s) cannot be used:`,
        ...problems.map((problem) => `  ${problem.variable}: ${problem.advice}`),
      ].join('\n'),
    );
    this.name = 'ConfigError';
  }
}
