'use client';
import { Anchor } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import Link from 'next/link';
import { Notice } from '../../feedback/notice';
import type { PlanogramReport } from '../../monitoring/types';
import { plural } from '../../text/plural';
import { formatMoment } from '../../time/format-clock';
import panel from '../models/panel.module.css';
import badge from '../reorders/state-badge.module.css';
import { useConsole } from '../session/console-context';
import classes from './check-report.module.css';
import { DifferenceView } from './difference-view';
import { ProblemList } from './problem-list';

const STATES: Readonly<Record<PlanogramReport['state'], { label: string; tone: string }>> = {
  checked: { label: 'Checked, nothing stored', tone: 'blue' },
  refused: { label: 'Has errors', tone: 'red' },
  scheduled: { label: 'Waits for its day', tone: 'blue' },
  applied: { label: 'Applied', tone: 'green' },
};

/** What a file would change, or has changed. */
export function CheckReport(props: { report: PlanogramReport; nameOf: (gtin: string) => string }) {
  const { report, nameOf } = props;
  const { timeZone } = useConsole().store;
  const { name, state, format, fixtureIds, problems, newProducts, difference, views, closedEvents } = report;
  return (
    <article className={classes.report} aria-label="What the file says" data-state={state}>
      <h3>
        {name || 'Planogram'}
        <span className={badge.badge} data-tone={STATES[state].tone} role="status">
          {STATES[state].label}
        </span>
      </h3>
      <p className={panel.dim}>
        {format === 'psa' ? '.psa' : format.toUpperCase()}
        {fixtureIds.length > 0 && `, ${plural(fixtureIds.length, 'fixture')}: ${fixtureIds.join(', ')}`}
        {state === 'scheduled' && `, from ${formatMoment(new Date(report.effectiveFrom), timeZone)}`}
      </p>
      <ProblemList problems={problems} />
      {state !== 'refused' && <DifferenceView difference={difference} nameOf={nameOf} />}
      {newProducts.length > 0 && (
        <p>
          <b>{plural(newProducts.length, 'new product')}:</b> {newProducts.join(', ')}
        </p>
      )}
      {closedEvents > 0 && (
        <p>{plural(closedEvents, 'open event')} ended, since the slots went or hold another product.</p>
      )}
      {views.map(({ cameraId, recomputed, slotIds }) =>
        recomputed ? (
          <p key={cameraId}>Camera {cameraId}: its slots are found anew from its four points.</p>
        ) : (
          <Notice key={cameraId} tone="amber" icon={IconAlertTriangle} title={`Camera ${cameraId} wants new regions`}>
            {plural(slotIds.length, 'slot')} no longer fit what is drawn in its picture:{' '}
            <Anchor component={Link} inherit href={`/shelf/calibration?camera=${encodeURIComponent(cameraId)}`}>
              calibrate it
            </Anchor>
            .
          </Notice>
        ),
      )}
    </article>
  );
}
