import { workerData } from 'node:worker_threads';
import { serveCalls } from './serve-calls.js';

/** A thread for the tests of this folder. */
const { factor } = workerData as { factor: number };

serveCalls({
  multiply: (value: number) => ({ result: value * factor }),
  sum: (bytes: Uint8Array) => ({ result: bytes.reduce((sum, byte) => sum + byte, 0) }),
  fail: (code: string) => {
    throw Object.assign(new Error('as asked'), { code });
  },
  hang: () => {
    // Answered by nobody: the crash below comes while this one waits.
    setImmediate(() => process.exit(1));
    return new Promise(() => {});
  },
  crash: () => ({}),
});
