'use client';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconEyeCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { answerEvent } from '../../monitoring/api';
import { asApiProblem } from '../../monitoring/api-problem';
import type { StockEvent } from '../../monitoring/types';
import { EVENT_KINDS } from './event-kind';

/** What someone on the floor has seen. A shelf that was refilled needs no answer: the camera closes its event. */
export function EventAnswers({ event, onAnswered }: { event: StockEvent; onAnswered: () => void }) {
  const { denial } = EVENT_KINDS[event.kind];
  const [busy, setBusy] = useState(false);
  async function answer(): Promise<void> {
    setBusy(true);
    try {
      await answerEvent(event.eventId, 'not-out-of-stock');
      const message = `The event of ${event.product.name} is withdrawn.`;
      notifications.show({ color: 'teal', title: denial, message });
    } catch (error) {
      const { title, detail } = asApiProblem(error);
      notifications.show({ color: 'red', title, message: detail || 'Try again.' });
    } finally {
      setBusy(false);
      onAnswered();
    }
  }
  return (
    <Button
      size="xs"
      variant="default"
      loading={busy}
      onClick={() => void answer()}
      leftSection={<IconEyeCheck size={15} stroke={1.8} aria-hidden />}
      aria-label={`${denial}: ${event.product.name}. Withdraw this event`}
    >
      {denial}
    </Button>
  );
}
