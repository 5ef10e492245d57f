/** From the owner to its thread. */
export interface ThreadCall {
  id: number;
  method: string;
  argument: unknown;
}

/** From the thread to its owner: `result` or `error`. */
export interface ThreadReply {
  id: number;
  result?: unknown;
  error?: { message: string; code: string | undefined };
}
