import { HttpException } from '@nestjs/common';

/** One field of a request that is wrong. */
export interface FieldProblem {
  /** Where, as a path: `slots.3.facings`. */
  path: string;
  message: string;
}

/** Body of an error answer, `application/problem+json`. @see RFC 9457 */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  /** The request's path. */
  instance?: string;
  /** Stable, upper-case; for programs. */
  code: string;
  errors?: readonly FieldProblem[];
}

/** Throw it in a controller to answer with a problem. */
export class ProblemException extends HttpException {
  constructor(
    status: number,
    readonly code: string,
    /** What is wrong and what to do, for the person who reads the answer. */
    readonly detail: string,
    readonly errors?: readonly FieldProblem[],
  ) {
    super(detail, status);
  }
}
