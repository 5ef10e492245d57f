import { BufferPool } from './buffer-pool.js';

describe('BufferPool', () => {
  it('When a buffer comes back, then it serves the next of about that length', () => {
    const pool = new BufferPool();
    const first = pool.take(150_000);
    expect(first.length).toBeGreaterThanOrEqual(150_000);
    const second = pool.take(150_000);
    expect(second).not.toBe(first);
    pool.give(first);
    expect(pool.take(20)).not.toBe(first);
    expect(pool.take(150_700)).toBe(first);
  });

  it('When more comes back than may be kept, then it is let go', () => {
    const pool = new BufferPool(200_000);
    const buffers = [pool.take(100_000), pool.take(100_000)];
    for (const buffer of buffers) pool.give(buffer);
    expect(pool.take(100_000)).toBe(buffers[0]);
    expect(buffers).not.toContain(pool.take(100_000));
  });
});
