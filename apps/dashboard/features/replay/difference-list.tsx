'use client';
import { Button, SegmentedControl } from '@mantine/core';
import Link from 'next/link';
import { useState } from 'react';
import type { ReplayDifference, ReplayReport } from '../../monitoring/types';
import { plural } from '../../text/plural';
import { formatMoment } from '../../time/format-clock';
import { REMEDIES } from '../decisions/remedy';
import panel from '../models/panel.module.css';
import { PlaceLine } from '../place/place-line';
import { EVENT_KINDS } from '../stock-events/event-kind';
import classes from './difference-list.module.css';
import { CHANGES } from './replay-words';

/** Enough to begin with. */
const PAGE = 20;

/** Each event that would have been added, removed or decided otherwise, with the way to its slot. */
export function DifferenceList({ report, timeZone }: { report: ReplayReport; timeZone: string }) {
  const { differences, differencesInAll } = report;
  const [only, setOnly] = useState('all');
  const [shown, setShown] = useState(PAGE);
  const rows = differences.filter(({ change }) => only === 'all' || change === only);
  const count = (change: string): number => differences.filter((difference) => difference.change === change).length;
  return (
    <section className={panel.panel} aria-label="What would have been different">
      <h2>What would have been different: {plural(differencesInAll, 'event')}</h2>
      {differencesInAll === 0 && (
        <p className={panel.dim}>
          Nothing: the same events open in the same places, and each is given the same remedy.
        </p>
      )}
      {differencesInAll > differences.length && (
        <p className={panel.dim}>The first {differences.length} are listed; a shorter period has fewer.</p>
      )}
      {differences.length > 0 && (
        <div className={classes.filter}>
          <SegmentedControl
            size="xs"
            aria-label="Which differences"
            data={[
              { value: 'all', label: `All ${differences.length}` },
              ...Object.entries(CHANGES).map(([value, { label }]) => ({ value, label: `${label} ${count(value)}` })),
            ]}
            value={only}
            onChange={setOnly}
          />
        </div>
      )}
      <ul className={classes.list}>
        {rows.slice(0, shown).map((difference) => (
          <DifferenceRow
            key={`${difference.change} ${difference.slotId} ${difference.kind} ${difference.openedAt}`}
            difference={difference}
            timeZone={timeZone}
          />
        ))}
      </ul>
      {rows.length > shown && (
        <Button mt="sm" size="xs" variant="default" onClick={() => setShown(shown + 5 * PAGE)}>
          Show more of {rows.length}
        </Button>
      )}
    </section>
  );
}

function DifferenceRow({ difference, timeZone }: { difference: ReplayDifference; timeZone: string }) {
  const { change, product, kind, place, openedAt, closedAt, remedy } = difference;
  const at = (moment: string): string => formatMoment(new Date(moment), timeZone);
  const address = `/shelf?${new URLSearchParams({ camera: place.cameraId, slot: place.slotId }).toString()}`;
  return (
    <li className={classes.row} data-change={change}>
      <span className={classes.badge} data-tone={CHANGES[change].tone}>
        {CHANGES[change].label}
      </span>
      <span className={panel.main}>
        <b>{product.name}</b>
        <span className={panel.dim}>
          {EVENT_KINDS[kind].label}, {at(openedAt)} {closedAt === null ? 'and still open' : `to ${at(closedAt)}`}
        </span>
        <span className={panel.dim}>
          <PlaceLine place={place} />
        </span>
      </span>
      <span className={classes.remedy}>{remedyText(remedy)}</span>
      <Link
        className={classes.link}
        href={address}
        target="_blank"
        aria-label={`Slot of ${product.name} on the shelf, in a new tab`}
      >
        Slot
      </Link>
    </li>
  );
}

/** "Reorder", or "Reorder → Expected gap" where both plays have the event. */
function remedyText({ asIs, whatIf }: ReplayDifference['remedy']): string {
  return [asIs, whatIf]
    .flatMap((remedy) => (remedy === null ? [] : [REMEDIES[remedy as keyof typeof REMEDIES]?.label ?? remedy]))
    .join(' → ');
}
