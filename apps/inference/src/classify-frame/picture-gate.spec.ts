import { PictureGate } from './picture-gate.js';

describe('PictureGate', () => {
  it('When more come than there are places, then the others wait in order', async () => {
    const gate = new PictureGate(2);
    const events: string[] = [];
    const leave: (() => void)[] = [];
    const visit = (name: string) =>
      gate.run(async () => {
        events.push(name);
        await new Promise<void>((resolve) => leave.push(resolve));
      });
    const visits = ['a', 'b', 'c', 'd'].map(visit);
    await Promise.resolve();
    expect(events).toEqual(['a', 'b']);
    for (let index = 0; index < 4; index++) {
      leave[index]!();
      await visits[index];
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(events).toEqual(['a', 'b', 'c', 'd']);
  });

  it('When work fails, then its place is free again', async () => {
    const gate = new PictureGate(1);
    await expect(gate.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await gate.run(async () => 'in')).toBe('in');
  });
});
