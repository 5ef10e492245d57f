import { IconCircleCheck, IconCircleX, IconHelpCircle, type Icon } from '@tabler/icons-react';
import type { ClaimsReport, ClaimVerdict } from '../../monitoring/types';
import panel from '../models/panel.module.css';
import { OUTCOMES } from './claims-words';
import classes from './verdict-list.module.css';

const GLYPHS: Readonly<Record<ClaimVerdict['outcome'], Icon>> = {
  shown: IconCircleCheck,
  'not-shown': IconCircleX,
  'too-few-data': IconHelpCircle,
};

/** Of each claim, in plain words, whether the data show it. */
export function VerdictList({ report }: { report: ClaimsReport }) {
  return (
    <section className={panel.panel} aria-label="What the data show">
      <h2>What the data show</h2>
      <ul className={classes.list}>
        {report.claims.map(({ definition: { id, name }, verdict }) => {
          if (verdict === null) return null;
          const Glyph = GLYPHS[verdict.outcome];
          return (
            <li key={id} data-claim={id} data-outcome={verdict.outcome}>
              <Glyph size={20} stroke={1.8} aria-hidden />
              <span>
                {name}, {verdict.claim}: <b>{OUTCOMES[verdict.outcome].toLowerCase()}</b>, because {verdict.because}.
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
