'use client';
import { UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import type { StockEvent } from '../../monitoring/types';
import { formatMoney } from '../../text/format-money';
import { Age } from '../../time/age';
import { DecisionBadge } from '../decisions/decision-badge';
import { DecisionDetail } from '../decisions/decision-detail';
import { PlaceLine } from '../place/place-line';
import { ProductPicture } from '../product/product-picture';
import { ReorderChip } from '../reorders/reorder-chip';
import { EVENT_KINDS } from './event-kind';
import classes from './event-row.module.css';
import { answerWords } from './answer-words';
import { EventAnswers } from './event-answers';
import { EvidencePicture } from './evidence-picture';
import { KindBadge } from './kind-badge';
import { whatIsSeen } from './what-is-seen';

/** One open event: what, where, how it looks, for how long, what to do and why. */
export function EventRow(props: { event: StockEvent; timeZone: string; mayAnswer: boolean; onAnswered: () => void }) {
  const { event, timeZone, mayAnswer, onAnswered } = props;
  const { product, decision } = event;
  const [opened, { toggle }] = useDisclosure(false);
  const detailId = `detail-${event.eventId}`;
  return (
    <article className={classes.row} data-tone={EVENT_KINDS[event.kind].tone} data-event-id={event.eventId}>
      <div className={classes.main}>
        <div className={classes.product}>
          <ProductPicture product={product} size={62} />
          <div className={classes.words}>
            <h2>{product.name}</h2>
            <PlaceLine place={event.place} />
            <div className={classes.seen}>
              <KindBadge kind={event.kind} />
              <span>{whatIsSeen(event)}</span>
            </div>
          </div>
        </div>
        <EvidencePicture event={event} timeZone={timeZone} />
        <div className={classes.decision}>
          {decision === null ? (
            <span className={classes.reason}>No decision yet: the stock figures are being looked at.</span>
          ) : (
            <>
              <DecisionBadge remedy={decision.remedy} />
              <p className={classes.reason}>{decision.reason}</p>
            </>
          )}
          {event.answer !== null && (
            <p className={classes.said}>
              {answerWords(event.answer)}, <Age since={event.answer.at} timeZone={timeZone} suffix=" ago" />, by{' '}
              {event.answer.actor}
            </p>
          )}
          {event.reorder !== null && <ReorderChip reorder={event.reorder} timeZone={timeZone} />}
        </div>
        <dl className={classes.figures}>
          <div>
            <dt>For</dt>
            <dd className={classes.age}>
              <Age since={event.since} timeZone={timeZone} />
            </dd>
          </div>
          <div>
            <dt>At risk</dt>
            <dd>{event.lostSalesCentsPerHour > 0 ? `${formatMoney(event.lostSalesCentsPerHour)} / h` : '–'}</dd>
          </div>
        </dl>
        <div className={classes.actions}>
          {mayAnswer && <EventAnswers event={event} onAnswered={onAnswered} />}
          {decision !== null && (
            <UnstyledButton className={classes.why} onClick={toggle} aria-expanded={opened} aria-controls={detailId}>
              Why this
              <IconChevronDown size={15} stroke={1.9} aria-hidden />
            </UnstyledButton>
          )}
        </div>
      </div>
      {opened && decision !== null && (
        <div id={detailId} className={classes.detail}>
          <DecisionDetail decision={decision} />
        </div>
      )}
    </article>
  );
}
