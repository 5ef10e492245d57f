/** Asks again and again until it holds. @throws Error that says what did not come true */
export async function until(what: string, holds: () => Promise<boolean>, timeoutMs = 15_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`After ${timeoutMs / 1_000} s still not: ${what}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}
