import {
  type ServeModels,
  type ServingState,
  servingState,
  type ShadowComparison,
  shadowComparison,
} from '@shelfwatch/contracts';
import { ProblemException } from '@shelfwatch/platform';
import { z } from 'zod';

const ANSWER_TIMEOUT_MS = 5_000;
/** Loading and warming a model takes seconds, on a busy machine many. */
const CHANGE_TIMEOUT_MS = 180_000;

const problem = z.object({ code: z.string().optional(), detail: z.string() });

/** Asks inference which models it serves, and tells it which to serve. */
export class InferenceClient {
  constructor(private readonly url: string) {}

  /** Undefined when it does not answer. */
  async serving(): Promise<ServingState | undefined> {
    const answer = await fetch(`${this.url}/v1/serving`, { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) }).catch(
      () => undefined,
    );
    return answer?.ok === true ? servingState.parse(await answer.json()) : undefined;
  }

  /**
   * Comes back when the models are warm and answer. Until then, and when it fails, the former ones do.
   *
   * @throws ProblemException 422 when inference refuses a model, 503 when it cannot be reached or cannot get at the model now
   */
  async serve(models: ServeModels): Promise<ServingState> {
    const answer = await fetch(`${this.url}/v1/serving`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(models),
      signal: AbortSignal.timeout(CHANGE_TIMEOUT_MS),
    }).catch(() => undefined);
    if (answer === undefined)
      throw new ProblemException(
        503,
        'INFERENCE_UNREACHABLE',
        'Inference does not answer, so nothing was changed. Try again when it is up.',
      );
    const body: unknown = await answer.json().catch(() => ({}));
    if (answer.ok) return servingState.parse(body);
    const { code, detail } = problem.catch({ detail: `Inference answered ${answer.status}.` }).parse(body);
    if (answer.status === 503) throw new ProblemException(503, code ?? 'INFERENCE_BUSY', `Not possible now: ${detail}`);
    throw new ProblemException(422, code ?? 'MODEL_REFUSED', `Inference refused the model: ${detail}`);
  }

  /** Undefined when it does not answer or has no shadow. */
  async shadow(): Promise<ShadowComparison | undefined> {
    const answer = await fetch(`${this.url}/v1/serving/shadow`, {
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    }).catch(() => undefined);
    return answer?.ok === true ? shadowComparison.parse(await answer.json()) : undefined;
  }
}
