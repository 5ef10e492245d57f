'use client';
import { Anchor, Skeleton } from '@mantine/core';
import { IconCircleCheck, IconFilterOff } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { EmptyState } from '../../feedback/empty-state';
import { FailureNotice } from '../../feedback/failure-notice';
import { useConsole } from '../session/console-context';
import { mayAnswerEvents } from '../session/permissions';
import classes from './event-list.module.css';
import { EventRow } from './event-row';
import { EventToolbar } from './event-toolbar';
import { type EventFilter, filterEvents } from './filter-events';
import { orderByUrgency } from './order-by-urgency';
import { useOpenEvents } from './use-open-events';

const EVERYTHING: EventFilter = { kind: 'all', text: '' };

/** All open events of the shop, the most urgent first. */
export function EventList() {
  const { user, store } = useConsole();
  const { data, problem, refresh } = useOpenEvents();
  const [filter, setFilter] = useState(EVERYTHING);
  const events = useMemo(() => data && orderByUrgency(data), [data]);
  const shown = events && filterEvents(events, filter);
  return (
    <section aria-label="Open events">
      {problem !== null && <FailureNotice problem={problem} stale={data !== undefined} onRetry={refresh} />}
      {events !== undefined && events.length > 0 && (
        <EventToolbar events={events} filter={filter} onChange={setFilter} />
      )}
      <div className={classes.list} aria-live="polite" aria-busy={data === undefined}>
        {shown?.map((event) => (
          <EventRow
            key={event.eventId}
            event={event}
            timeZone={store.timeZone}
            mayAnswer={mayAnswerEvents(user.role)}
            onAnswered={refresh}
          />
        ))}
        {data === undefined &&
          problem === null &&
          [0, 1, 2, 3].map((row) => <Skeleton key={row} h={102} radius={12} />)}
      </div>
      {events?.length === 0 && (
        <EmptyState icon={IconCircleCheck} title="Nothing is missing">
          Every slot that a camera sees now holds its product. As soon as one runs out, it appears here by itself.
        </EmptyState>
      )}
      {events !== undefined && events.length > 0 && shown?.length === 0 && (
        <EmptyState icon={IconFilterOff} title="No event fits this filter">
          {events.length} are open.{' '}
          <Anchor component="button" onClick={() => setFilter(EVERYTHING)}>
            Show all
          </Anchor>
        </EmptyState>
      )}
    </section>
  );
}
