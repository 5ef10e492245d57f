import { Agent, request } from 'node:http';
import { type TensorRequest, tensorRequests } from './tensor-request.js';

/** A request that was answered, on `performance.now()`'s clock. */
export interface Answered {
  startedAt: number;
  endedAt: number;
  isOk: boolean;
}

const DIFFERENT_IMAGES = 32;

/** Clients that each send one image, wait for the answer and send the next, over connections that stay open. */
export class RequestLoad {
  readonly answered: Answered[] = [];
  private readonly agent: Agent;
  private readonly requests = tensorRequests(DIFFERENT_IMAGES);
  private goOn = true;
  private readonly clients: Promise<void>[];

  /** @param concurrency requests under way at any time */
  constructor(
    private readonly url: string,
    concurrency: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: concurrency });
    this.clients = Array.from({ length: concurrency }, (_, index) => this.send(index));
  }

  /** Lets what is under way finish. */
  async stop(): Promise<void> {
    this.goOn = false;
    await Promise.all(this.clients);
    this.agent.destroy();
  }

  private async send(first: number): Promise<void> {
    for (let index = first; this.goOn; index += 1) {
      const startedAt = performance.now();
      const status = await this.post(this.requests[index % this.requests.length]!);
      this.answered.push({ startedAt, endedAt: performance.now(), isOk: status === 200 });
    }
  }

  /** @returns the status; 0 when the connection broke */
  private post({ headers, body }: TensorRequest): Promise<number> {
    return new Promise((resolve) => {
      const sent = request(this.url, { method: 'POST', headers, agent: this.agent }, (response) => {
        response.once('end', () => resolve(response.complete ? response.statusCode! : 0));
        response.once('error', () => resolve(0));
        response.resume();
      });
      sent.once('error', () => resolve(0));
      sent.end(body);
    });
  }
}
