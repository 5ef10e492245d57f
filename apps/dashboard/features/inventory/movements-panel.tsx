'use client';
import type { Movement } from '../../monitoring/types';
import { formatMoment } from '../../time/format-clock';
import panel from '../models/panel.module.css';
import { useConsole } from '../session/console-context';
import { MOVEMENT_NAMES, movementText } from './movement-words';
import classes from './movements-panel.module.css';

const ASKED = 100;

/** What happened to a product, newest first. */
export function MovementsPanel({ movements }: { movements: readonly Movement[] }) {
  const { timeZone } = useConsole().store;
  return (
    <section className={`${panel.panel} ${panel.wide}`} aria-label="Movements">
      <h2>Movements</h2>
      {movements.length === 0 && <p className={panel.dim}>None was told yet.</p>}
      <ul className={classes.list} tabIndex={0} aria-label="Movements, newest first">
        {movements.map(({ idempotencyKey, kind, details, effectiveAt, actor }) => (
          <li key={idempotencyKey} data-kind={kind}>
            <b>{MOVEMENT_NAMES[kind]}</b>
            <span>{movementText({ kind, details })}</span>
            <small>
              {formatMoment(new Date(effectiveAt), timeZone)} · {actor}
            </small>
          </li>
        ))}
      </ul>
      {movements.length >= ASKED && <p className={panel.dim}>The newest {ASKED}; older ones are in the API.</p>}
    </section>
  );
}
