import type { z } from 'zod';
import type { Proof } from '@shelfwatch/retrain';

/** The platform has refused, or does not answer; the message says why and what to do. */
export class FiguresError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'FiguresError';
  }
}

/** Asks monitoring. */
export class FiguresClient {
  constructor(
    private readonly url: string,
    private readonly proof: Proof,
  ) {}

  get<T>(path: string, query: Record<string, string>, schema: z.ZodType<T>): Promise<T> {
    return this.ask(`${path}?${new URLSearchParams(query)}`, { method: 'GET' }, schema);
  }

  post<T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<T> {
    const headers = { 'content-type': 'application/json' };
    return this.ask(path, { method: 'POST', headers, body: JSON.stringify(body) }, schema);
  }

  private async ask<T>(path: string, init: RequestInit, schema: z.ZodType<T>): Promise<T> {
    const headers = { ...(init.headers as Record<string, string> | undefined), ...this.proof };
    const response = await fetch(`${this.url}${path}`, { ...init, headers }).catch(() => {
      throw new FiguresError(
        'UNREACHABLE',
        `Nothing answers at ${this.url}. Start the platform with "npm start", or say where it is with --monitoring.`,
      );
    });
    const body: unknown = await response.json().catch(() => ({}));
    if (response.ok) return schema.parse(body);
    const { code, detail } = body as { code?: string; detail?: string };
    throw new FiguresError(code ?? 'REFUSED', detail ?? `${path} answers ${response.status}.`);
  }
}
