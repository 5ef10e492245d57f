/** Runs one step of the start, with its title and its time on the screen. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const live = process.stdout.isTTY;
  const ticker = live && setInterval(() => process.stdout.write(`\r\x1b[2K… ${title}  ${seconds()}`), 200);
  try {
    const result = await work();
    if (live) process.stdout.write('\r\x1b[2K');
    console.log(`✔ ${title}  ${seconds()}`);
    return result;
  } catch (error) {
    if (live) process.stdout.write('\r\x1b[2K');
    throw error;
  } finally {
    if (ticker) clearInterval(ticker);
  }
}
