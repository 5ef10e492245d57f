'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { signInAgainWhenRefused } from '../features/session/sign-in-again-when-refused';
import { type ApiProblem, asApiProblem } from '../monitoring/api-problem';

const RETRY_MS = 3_000;

export interface Polled<T> {
  /** The last that was loaded; undefined before the first answer. */
  data: T | undefined;
  /** Why the newest load failed; null when it succeeded. */
  problem: ApiProblem | null;
  refresh: () => void;
}

/**
 * What retraining says, asked again every few seconds: it has no event stream.
 *
 * @param key names what is loaded; when it changes, the old data goes
 * @param everyMs pause between an answer and the next question; null asks until there is one
 */
export function usePolled<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
  everyMs: number | null,
): Polled<T> {
  const [state, setState] = useState<{ key: string; data?: T; problem: ApiProblem | null }>({ key, problem: null });
  const [turn, setTurn] = useState(0);
  const refresh = useCallback(() => setTurn((before) => before + 1), []);
  // Made anew in every render; what it loads is named by the key.
  const latest = useRef(load);
  useEffect(() => {
    latest.current = load;
  });
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      let nextMs = everyMs;
      try {
        const data = await latest.current(stop.signal);
        if (!stop.signal.aborted) setState({ key, data, problem: null });
      } catch (error) {
        if (stop.signal.aborted) return;
        const problem = asApiProblem(error);
        signInAgainWhenRefused(problem);
        setState((before) => ({ ...(before.key === key ? before : { key }), problem }));
        // A service that starts or restarts comes back; what it refuses, it would refuse again.
        if (problem.status === 0 || problem.status >= 500) nextMs ??= RETRY_MS;
      }
      if (nextMs !== null && !stop.signal.aborted) timer = setTimeout(() => void ask(), nextMs);
    };
    void ask();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [key, everyMs, turn]);
  const current = state.key === key ? state : { problem: null };
  return { data: 'data' in current ? current.data : undefined, problem: current.problem, refresh };
}
