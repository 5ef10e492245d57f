import { z } from 'zod';

const served = z.object({ versions: z.array(z.string()) });
const TIMEOUT_MS = 2_000;

/** Asks inference, by the Open Inference Protocol, which models it serves. */
export class InferenceClient {
  constructor(private readonly url: string) {}

  /** Versions of the model that are live; empty when it serves no such model, undefined when it does not answer. */
  async liveVersions(model: string): Promise<string[] | undefined> {
    try {
      const answer = await fetch(`${this.url}/v2/models/${encodeURIComponent(model)}`, {
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (answer.status === 404) return [];
      return answer.ok ? served.parse(await answer.json()).versions : undefined;
    } catch {
      return undefined;
    }
  }
}
