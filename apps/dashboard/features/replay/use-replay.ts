'use client';
import { useEffect, useRef, useState } from 'react';
import { type ApiProblem, asApiProblem } from '../../monitoring/api-problem';
import { askReplay, type ReplayQuestion } from '../../monitoring/replay-api';
import type { ReplayReport } from '../../monitoring/types';
import { signInAgainWhenRefused } from '../session/sign-in-again-when-refused';

export interface Replay {
  /** When the one that runs was started, ms since 1970 by this device's clock; null when none runs. */
  startedAt: number | null;
  report: ReplayReport | null;
  /** Counts the reports, so that each begins anew on the page. */
  answers: number;
  problem: ApiProblem | null;
  start: (question: ReplayQuestion) => void;
  cancel: () => void;
}

/** One replay at a time. The last report stays until the next one is there. */
export function useReplay(storeId: string): Replay {
  const [startedAt, setStartedAt] = useState<number | null>(null);
  const [report, setReport] = useState<ReplayReport | null>(null);
  const [answers, setAnswers] = useState(0);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function run(question: ReplayQuestion): Promise<void> {
    running.current?.abort();
    const abort = new AbortController();
    running.current = abort;
    setStartedAt(Date.now());
    setProblem(null);
    try {
      const answer = await askReplay(storeId, question, abort.signal);
      if (abort.signal.aborted) return;
      setReport(answer);
      setAnswers((count) => count + 1);
    } catch (error) {
      if (abort.signal.aborted) return;
      const met = asApiProblem(error);
      signInAgainWhenRefused(met);
      setProblem(met);
    } finally {
      if (running.current === abort) setStartedAt(null);
    }
  }
  return {
    ...{ startedAt, report, answers, problem },
    start: (question) => void run(question),
    cancel: () => running.current?.abort(),
  };
}
