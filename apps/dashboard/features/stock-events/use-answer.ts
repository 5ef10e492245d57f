'use client';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { answerEvent, type ToldAnswer } from '../../monitoring/api';
import { asApiProblem } from '../../monitoring/api-problem';
import type { StockEvent } from '../../monitoring/types';
import { REMEDIES } from '../decisions/remedy';

/** Sends an answer from the floor, and says what became of it. */
export function useAnswer(event: StockEvent, onAnswered: () => void) {
  const [busy, setBusy] = useState(false);
  async function send(answer: ToldAnswer): Promise<void> {
    setBusy(true);
    try {
      const { status, decision } = await answerEvent(event.eventId, answer);
      const next = decision === null ? '' : `Now: ${REMEDIES[decision.remedy].label.toLowerCase()}.`;
      const message = status === 'retracted' ? `The event of ${event.product.name} is withdrawn.` : next;
      notifications.show({ color: 'teal', title: 'Thank you, noted', message });
    } catch (error) {
      const { title, detail } = asApiProblem(error);
      notifications.show({ color: 'red', title, message: detail || 'Try again.' });
    } finally {
      setBusy(false);
      onAnswered();
    }
  }
  return { busy, send };
}
