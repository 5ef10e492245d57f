import { parentPort } from 'node:worker_threads';
import type { ThreadCall, ThreadReply } from './thread-messages.js';

/** What a handler gives back: the value, and the buffers in it that move instead of being copied. */
export interface Handled {
  result?: unknown;
  transfer?: readonly ArrayBuffer[];
}

export type CallHandlers = Readonly<Record<string, (argument: never) => Handled | Promise<Handled>>>;

/** The thread's side: answers calls one at a time, in the order in which they came. The method `close` ends the thread. */
export function serveCalls(handlers: CallHandlers): void {
  const port = parentPort;
  if (port === null) throw new Error('This file is started as a worker thread.');
  let last: Promise<void> = Promise.resolve();
  port.on('message', (call: ThreadCall) => {
    last = last.then(async () => {
      const { reply, transfer } = await answer(handlers, call);
      port.postMessage(reply, transfer);
      if (call.method === 'close') port.close();
    });
  });
}

async function answer(
  handlers: CallHandlers,
  { id, method, argument }: ThreadCall,
): Promise<{ reply: ThreadReply; transfer: readonly ArrayBuffer[] }> {
  try {
    const { result, transfer = [] } = (await handlers[method]?.(argument as never)) ?? {};
    return { reply: { id, result }, transfer };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    const message = error instanceof Error ? error.message : String(error);
    return { reply: { id, error: { message, code } }, transfer: [] };
  }
}
