'use client';
import { useEffect, useState } from 'react';
import { type ApiProblem, asApiProblem } from '../../monitoring/api-problem';
import { type CalibrationDraft, previewCalibration } from '../../monitoring/calibration-api';
import type { CalibrationAnswer } from '../../monitoring/types';
import { signInAgainWhenRefused } from '../session/sign-in-again-when-refused';

/** A finger that drags sends no more requests than this. */
const SETTLE_MS = 120;

export interface Preview {
  /** Of the last points that could be used. */
  answer: CalibrationAnswer | null;
  /** Why the newest points cannot be used; null while they can, or are being looked at. */
  problem: ApiProblem | null;
  isLooking: boolean;
}

/** Where the slots would be for the points as they are now. @param draft null: nothing to look at yet */
export function usePreview(cameraId: string, draft: CalibrationDraft | null): Preview {
  const key = draft === null ? null : JSON.stringify(draft);
  const [shown, setShown] = useState<{
    key: string | null;
    answer: CalibrationAnswer | null;
    problem: ApiProblem | null;
  }>({ key: null, answer: null, problem: null });
  useEffect(() => {
    if (key === null) return undefined;
    const abort = new AbortController();
    const look = async (): Promise<void> => {
      try {
        const answer = await previewCalibration(cameraId, JSON.parse(key) as CalibrationDraft, abort.signal);
        if (!abort.signal.aborted) setShown({ key, answer, problem: null });
      } catch (error) {
        if (abort.signal.aborted) return;
        const problem = asApiProblem(error);
        signInAgainWhenRefused(problem);
        setShown((old) => ({ key, answer: isSameFixture(old.key, key) ? old.answer : null, problem }));
      }
    };
    const timer = setTimeout(() => void look(), SETTLE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [cameraId, key]);
  const isNewest = shown.key === key;
  const isOfFixture = draft !== null && shown.key !== null && draft.fixtureId === fixtureOf(shown.key);
  return {
    answer: isOfFixture ? shown.answer : null,
    problem: isNewest ? shown.problem : null,
    isLooking: key !== null && !isNewest,
  };
}

const fixtureOf = (key: string): string => (JSON.parse(key) as CalibrationDraft).fixtureId;
const isSameFixture = (one: string | null, other: string): boolean =>
  one !== null && fixtureOf(one) === fixtureOf(other);
