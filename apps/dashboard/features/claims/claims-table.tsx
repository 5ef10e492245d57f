import type { Claim, ClaimsReport, KpiFigure } from '../../monitoring/types';
import panel from '../models/panel.module.css';
import classes from './claims-table.module.css';
import { changeText, dividedText, intervalText, valueText } from './claims-words';

/** Each figure before and after, with its interval and what it was divided from. */
export function ClaimsTable({ report }: { report: ClaimsReport }) {
  const hasControl = report.controlStores.length > 0;
  const headings = ['Figure', 'Before', 'After', ...(hasControl ? ['Control before', 'Control after'] : []), 'Change'];
  return (
    <section className={panel.panel} aria-label="Before and after">
      <h2>Before and after</h2>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label="Figures before and after">
        <table className={panel.table}>
          <thead>
            <tr>
              {headings.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.claims.map((claim) => (
              <tr key={claim.definition.id} data-figure={claim.definition.id}>
                <th scope="row" className={classes.name}>
                  {claim.definition.name}
                  {claim.definition.unit !== 'share' && <span className={panel.dim}>{claim.definition.unit}</span>}
                </th>
                <FigureCell claim={claim} figure={claim.before} />
                <FigureCell claim={claim} figure={claim.after} />
                {hasControl && <FigureCell claim={claim} figure={claim.controlBefore} />}
                {hasControl && <FigureCell claim={claim} figure={claim.controlAfter} />}
                <ChangeCell claim={claim} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={panel.dim} style={{ marginTop: 10 }}>
        Below each figure stand its 95 % interval, where it has one, and what was divided.{' '}
        {hasControl && 'The change is that of the stores with it, less that of the control stores. '}
        {report.method}
      </p>
    </section>
  );
}

function FigureCell({ claim, figure }: { claim: Claim; figure: KpiFigure | null }) {
  const [interval, divided] = [intervalText(claim, figure), dividedText(claim, figure)];
  return (
    <td>
      {valueText(claim, figure)}
      {interval !== undefined && <span className={panel.dim}>{interval}</span>}
      {divided !== undefined && <span className={panel.dim}>{divided}</span>}
    </td>
  );
}

function ChangeCell({ claim }: { claim: Claim }) {
  const change = changeText(claim);
  if (change === undefined)
    return (
      <td>
        <span className={panel.dim}>no interval</span>
      </td>
    );
  return (
    <td>
      {change.value}
      <span className={panel.dim}>{change.interval}</span>
    </td>
  );
}
