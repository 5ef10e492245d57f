/** Where the server of this page finds retraining. Read when it runs, not when it is built: one build serves every shop. */
export function retrainingUrl(): string {
  return (process.env.RETRAINING_URL ?? 'http://127.0.0.1:4204').replace(/\/+$/, '');
}
