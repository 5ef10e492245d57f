/** RFC 9457 problem details, as monitoring sends them. */
interface ProblemBody {
  title?: string;
  detail?: string;
  code?: string;
  errors?: FieldProblem[];
}

/** One field of a request that is wrong. */
export interface FieldProblem {
  /** Where, as a path: `slots.3.facings`. */
  path: string;
  message: string;
}

/** A request that did not succeed, in words for the person at the screen. */
export class ApiProblem extends Error {
  constructor(
    /** HTTP status; 0 when there was no answer. */
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    options?: { cause: unknown },
    /** What is wrong with which field, where the answer says so. */
    readonly errors: readonly FieldProblem[] = [],
  ) {
    super(title, options);
    this.name = 'ApiProblem';
  }
}

/** @param body whatever came with the answer, already read */
export function toApiProblem(status: number, body: unknown): ApiProblem {
  const problem: ProblemBody = typeof body === 'object' && body !== null ? body : {};
  const title = problem.title ?? `The request failed (HTTP ${status})`;
  const { code = `HTTP_${status}`, detail = '', errors = [] } = problem;
  return new ApiProblem(status, code, title, detail, undefined, errors);
}

/** `fetch` rejects without saying much; from here it is always the way between this browser and the shop's server. */
export const networkProblem = (cause: unknown): ApiProblem =>
  new ApiProblem(
    0,
    'OFFLINE',
    'The server cannot be reached',
    'Check this device’s network. This page tries again by itself.',
    { cause },
  );

/** Anything that was thrown while asking. */
export const asApiProblem = (error: unknown): ApiProblem =>
  error instanceof ApiProblem ? error : networkProblem(error);
