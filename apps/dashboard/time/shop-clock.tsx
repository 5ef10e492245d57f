'use client';
import { formatClock, formatDay } from './format-clock';
import { useNow } from './use-now';

/** The shop's own time, ticking. */
export function ShopClock({ timeZone }: { timeZone: string }) {
  const now = useNow();
  if (now === null) return null;
  const time = new Date(now);
  return (
    <time
      dateTime={time.toISOString()}
      title={`Time in the shop (${timeZone})`}
      style={{ fontSize: 13, color: 'var(--ink-3)' }}
    >
      {formatDay(time, timeZone)}, {formatClock(time, timeZone)}
    </time>
  );
}
