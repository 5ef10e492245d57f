import { HttpConnection } from './http-connection.js';
import type { LoadTarget } from './tensor-request.js';

/** A request that was answered, on `performance.now()`'s clock. */
export interface Answered {
  startedAt: number;
  endedAt: number;
  isOk: boolean;
}

/** Clients that each send one image, wait for the answer and send the next, over connections that stay open. */
export class RequestLoad {
  readonly answered: Answered[] = [];
  private goOn = true;
  private readonly clients: Promise<void>[];

  /** @param concurrency requests under way at any time */
  constructor(
    private readonly target: LoadTarget,
    concurrency: number,
  ) {
    this.clients = Array.from({ length: concurrency }, (_, index) => this.send(index));
  }

  /** Lets what is under way finish. */
  async stop(): Promise<void> {
    this.goOn = false;
    await Promise.all(this.clients);
  }

  private async send(first: number): Promise<void> {
    const { url, requests } = this.target;
    let connection: HttpConnection | undefined;
    for (let index = first; this.goOn; index += 1) {
      const startedAt = performance.now();
      let isOk = false;
      try {
        connection ??= await HttpConnection.open(url);
        isOk = (await connection.send(requests[index % requests.length]!)).status === 200;
      } catch {
        connection?.close();
        connection = undefined;
      }
      this.answered.push({ startedAt, endedAt: performance.now(), isOk });
    }
    connection?.close();
  }
}
