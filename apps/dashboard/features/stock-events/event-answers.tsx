'use client';
import { Button, Menu } from '@mantine/core';
import { IconCheck, IconDots, IconEyeCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { StockEvent } from '../../monitoring/types';
import { ANSWERS, answersFor } from './answers-for';
import { CountQuestion } from './count-question';
import { EVENT_KINDS } from './event-kind';
import { FalseAlarmQuestion } from './false-alarm-question';
import { useAnswer } from './use-answer';

/** What someone on the floor has seen or done: the likeliest answer first. */
export function EventAnswers({ event, onAnswered }: { event: StockEvent; onAnswered: () => void }) {
  const { denial } = EVENT_KINDS[event.kind];
  const { busy, send } = useAnswer(event, onAnswered);
  const [asking, setAsking] = useState<'count' | 'cause' | null>(null);
  const [first, ...others] = answersFor(event);
  const choose = (answer: keyof typeof ANSWERS): void =>
    answer === 'counted' ? setAsking('count') : void send({ answer });
  const close = (): void => setAsking(null);
  return (
    <>
      <Button.Group>
        <Button
          size="xs"
          flex={1}
          variant="light"
          loading={busy}
          onClick={() => choose(first!)}
          leftSection={<IconCheck size={15} stroke={1.9} aria-hidden />}
          aria-label={`${ANSWERS[first!]}: ${event.product.name}`}
        >
          {ANSWERS[first!]}
        </Button>
        {others.length > 0 && (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <Button size="xs" px={7} variant="light" aria-label={`Other answers: ${event.product.name}`}>
                <IconDots size={15} stroke={1.9} aria-hidden />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {others.map((answer) => (
                <Menu.Item key={answer} onClick={() => choose(answer)}>
                  {ANSWERS[answer]}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </Button.Group>
      <Button
        size="xs"
        variant="default"
        disabled={busy}
        onClick={() => setAsking('cause')}
        leftSection={<IconEyeCheck size={15} stroke={1.8} aria-hidden />}
        aria-label={`${denial}: ${event.product.name}. Withdraw this event`}
      >
        {denial}
      </Button>
      <CountQuestion
        opened={asking === 'count'}
        product={event.product.name}
        onClose={close}
        onCounted={(figures) => void send({ answer: 'counted', ...figures })}
      />
      <FalseAlarmQuestion
        opened={asking === 'cause'}
        title={`${denial}: ${event.product.name}`}
        onClose={close}
        onTold={(cause) => void send({ answer: 'not-out-of-stock', cause })}
      />
    </>
  );
}
