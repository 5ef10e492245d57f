/** Keeps `ahead` promises of a sequence under way, and hands out their results in order. */
export async function* inAdvance<T>(promises: Iterator<Promise<T>>, ahead: number): AsyncGenerator<T> {
  const waiting: Promise<T>[] = [];
  const fill = (): void => {
    while (waiting.length < ahead) {
      const next = promises.next();
      if (next.done === true) return;
      // Whoever awaits it sees the rejection; until then it must not end the process.
      next.value.catch(() => undefined);
      waiting.push(next.value);
    }
  };
  for (fill(); waiting.length > 0; fill()) yield (await waiting.shift()) as T;
}
