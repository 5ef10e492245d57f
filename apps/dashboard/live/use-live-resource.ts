'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { signInAgainWhenRefused } from '../features/session/sign-in-again-when-refused';
import { type ApiProblem, asApiProblem } from '../monitoring/api-problem';
import type { LiveKind } from '../monitoring/types';
import { useLive } from './live-context';
import { DEFAULT_TIMINGS, RefreshScheduler } from './refresh-scheduler';

export interface LiveResource<T> {
  /** The last that was loaded; undefined before the first answer. */
  data: T | undefined;
  /** Why the newest load failed; null when it succeeded. */
  problem: ApiProblem | null;
  refresh: () => void;
}

/**
 * What the API says, kept current: events of the stream are only the sign to ask again. So a lost, doubled or late
 * event can neither lose nor double anything on the page.
 *
 * @param key names what is loaded; when it changes, the old data goes
 * @param kinds events that may change it; a constant array
 * @param timings a constant object
 */
export function useLiveResource<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
  kinds: readonly LiveKind[],
  timings = DEFAULT_TIMINGS,
): LiveResource<T> {
  const { listen } = useLive();
  const [state, setState] = useState<{ key: string; data?: T; problem: ApiProblem | null }>({ key, problem: null });
  const loadNewest = useRef(load);
  const scheduler = useRef<RefreshScheduler | null>(null);
  useEffect(() => {
    loadNewest.current = load;
  });

  useEffect(() => {
    const abort = new AbortController();
    const attempt = async (): Promise<boolean> => {
      try {
        const data = await loadNewest.current(abort.signal);
        if (!abort.signal.aborted) setState({ key, data, problem: null });
        return true;
      } catch (error) {
        if (abort.signal.aborted) return false;
        const problem = asApiProblem(error);
        signInAgainWhenRefused(problem);
        setState((old) => ({ ...(old.key === key ? old : {}), key, problem }));
        return false;
      }
    };
    const own = new RefreshScheduler(attempt, timings);
    scheduler.current = own;
    own.request();
    const stopListening = listen(kinds, () => own.request());
    return () => {
      stopListening();
      own.stop();
      abort.abort();
    };
  }, [key, kinds, listen, timings]);

  const refresh = useCallback(() => scheduler.current?.request(), []);
  return state.key === key
    ? { data: state.data, problem: state.problem, refresh }
    : { data: undefined, problem: null, refresh };
}
