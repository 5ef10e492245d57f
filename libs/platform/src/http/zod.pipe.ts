import { Injectable, type PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { ProblemException } from './problem.js';

/** Parses a body, query or parameter through a schema: `@Body(new ZodPipe(productBody)) product: ProductBody`. */
@Injectable()
export class ZodPipe<T extends z.ZodType> implements PipeTransform<unknown, z.output<T>> {
  constructor(private readonly schema: T) {}

  transform(value: unknown): z.output<T> {
    const result = this.schema.safeParse(value);
    if (result.success) return result.data;
    const errors = result.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
    const first = errors[0];
    const detail = `${errors.length} field(s) are wrong${first ? `; first: ${first.path || '(body)'}: ${first.message}` : ''}`;
    throw new ProblemException(400, 'VALIDATION_FAILED', detail, errors);
  }
}
