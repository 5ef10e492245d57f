'use client';
import { formatAge } from './format-age';
import { formatClock, formatDay } from './format-clock';
import { useNow } from './use-now';

/** A duration since `since` that ticks; its tooltip says the time of the shop's clock. */
export function Age({ since, timeZone, suffix = '' }: { since: string; timeZone: string; suffix?: string }) {
  const now = useNow();
  const time = new Date(since);
  return (
    <time dateTime={since} title={`${formatDay(time, timeZone)}, ${formatClock(time, timeZone)}`}>
      {now === null ? '…' : `${formatAge(now - time.getTime())}${suffix}`}
    </time>
  );
}
