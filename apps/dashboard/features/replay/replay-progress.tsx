'use client';
import { Button, Loader } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { formatAge } from '../../time/format-age';
import panel from '../models/panel.module.css';

/** That the service is at work, for how long, and a way to stop waiting. */
export function ReplayProgress({ startedAt, onCancel }: { startedAt: number; onCancel: () => void }) {
  const [now, setNow] = useState(startedAt);
  const element = useRef<HTMLElement>(null);
  useEffect(() => void element.current?.scrollIntoView({ block: 'nearest' }), []);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <section ref={element} className={panel.row} data-replay="running">
      <Loader size="sm" aria-hidden />
      <span className={panel.main}>
        <b role="status">The period is played again</b>
        <span className={panel.dim}>
          With the settings of today, and with yours. For <time>{formatAge(now - startedAt)}</time> now; it may take a
          minute.
        </span>
      </span>
      <Button size="xs" variant="default" onClick={onCancel}>
        Stop waiting
      </Button>
    </section>
  );
}
