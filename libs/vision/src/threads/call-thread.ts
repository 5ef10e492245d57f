import { Worker } from 'node:worker_threads';
import { ThreadCallError, ThreadEndedError } from './thread.errors.js';
import type { ThreadReply } from './thread-messages.js';

interface PendingCall {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

export interface CallThreadOptions {
  /** What the thread finds as its `workerData`. */
  workerData?: unknown;
  /** Called once when the thread ends without having been closed. */
  onFailure?: (reason: Error) => void;
}

/** The owner's side of a worker thread that answers calls ({@link serveCalls}). Idle, it does not keep the process alive. */
export class CallThread {
  private readonly worker: Worker;
  private readonly onFailure: (reason: Error) => void;
  private readonly pending = new Map<number, PendingCall>();
  private nextId = 1;
  private ended: ThreadEndedError | undefined;
  private isClosing = false;

  constructor(file: URL, { workerData, onFailure = () => {} }: CallThreadOptions = {}) {
    this.onFailure = onFailure;
    this.worker = new Worker(file, { workerData });
    this.worker.unref();
    this.worker.on('message', (reply: ThreadReply) => this.settle(reply));
    this.worker.on('error', (error) =>
      this.end(new ThreadEndedError(`The thread failed: ${error.message}`, { cause: error })),
    );
    this.worker.on('exit', () => this.end(new ThreadEndedError('The thread has ended.')));
  }

  /** Why the thread no longer answers; undefined while it does. */
  get failure(): Error | undefined {
    return this.ended;
  }

  /**
   * @param transfer buffers inside `argument` that move to the thread; they are empty here afterwards
   * @throws {ThreadCallError | ThreadEndedError}
   */
  call<T>(method: string, argument?: unknown, transfer: readonly ArrayBuffer[] = []): Promise<T> {
    if (this.ended !== undefined) return Promise.reject(this.ended);
    const id = this.nextId++;
    if (this.pending.size === 0) this.worker.ref();
    return new Promise<T>((resolve, reject) => {
      this.pending.set(id, { resolve: (result) => resolve(result as T), reject });
      this.worker.postMessage({ id, method, argument }, transfer);
    });
  }

  /** Lets calls under way finish, then ends the thread. */
  async close(): Promise<void> {
    if (this.ended !== undefined) return;
    this.isClosing = true;
    const exit = new Promise<void>((resolve) => this.worker.once('exit', () => resolve()));
    await this.call('close');
    this.worker.ref();
    await exit;
  }

  /** Ends the thread at once; calls under way are rejected. */
  async terminate(): Promise<void> {
    this.isClosing = true;
    await this.worker.terminate();
  }

  private settle({ id, result, error }: ThreadReply): void {
    const call = this.pending.get(id);
    this.pending.delete(id);
    if (this.pending.size === 0) this.worker.unref();
    if (error === undefined) call?.resolve(result);
    else call?.reject(new ThreadCallError(error.code ?? 'THREAD_CALL_FAILED', error.message));
  }

  private end(reason: ThreadEndedError): void {
    if (this.ended !== undefined) return;
    this.ended = reason;
    for (const { reject } of this.pending.values()) reject(reason);
    this.pending.clear();
    if (!this.isClosing) this.onFailure(reason);
  }
}
