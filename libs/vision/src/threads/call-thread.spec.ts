import { CallThread } from './call-thread.js';
import { siblingFile } from './sibling-file.js';
import { ThreadCallError, ThreadEndedError } from './thread.errors.js';

describe('CallThread', () => {
  let thread: CallThread;
  let failures: Error[];

  beforeEach(() => {
    failures = [];
    thread = new CallThread(siblingFile(import.meta.url, 'specimen.thread'), {
      workerData: { factor: 3 },
      onFailure: (reason) => failures.push(reason),
    });
  });
  afterEach(() => thread.close());

  it('When a method is called, then its result comes back', async () => {
    expect(await thread.call('multiply', 14)).toBe(42);
  });

  it('When a buffer is handed over, then it arrives without a copy', async () => {
    const bytes = Uint8Array.of(1, 2, 3);
    expect(await thread.call('sum', bytes, [bytes.buffer])).toBe(6);
    expect(bytes).toHaveLength(0);
  });

  it('When a method throws, then code and message come back and the thread goes on', async () => {
    const error = await thread.call('fail', 'SPILLED').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ThreadCallError);
    expect(error).toMatchObject({ code: 'SPILLED', message: 'as asked' });
    expect(await thread.call('multiply', 1)).toBe(3);
  });

  it('When the thread dies, then every waiting call, every later one and the owner are told', async () => {
    const waiting = [thread.call('hang'), thread.call('crash')];
    for (const result of await Promise.allSettled(waiting)) expect(result).toMatchObject({ status: 'rejected' });
    await expect(thread.call('multiply', 1)).rejects.toThrow(ThreadEndedError);
    expect(thread.failure).toBeDefined();
    expect(failures).toHaveLength(1);
  });

  it('When it is closed, then calls under way finish first', async () => {
    const call = thread.call('multiply', 2);
    await thread.close();
    expect(await call).toBe(6);
    expect(failures).toEqual([]);
  });
});
