import type { ReplayReport } from '../../monitoring/types';
import { formatMoney } from '../../text/format-money';
import { REMEDIES } from '../decisions/remedy';
import panel from '../models/panel.module.css';
import { EVENT_KINDS } from '../stock-events/event-kind';
import classes from './replay-comparison.module.css';
import { changeText } from './replay-words';

type Row = [label: string, asIs: number, whatIf: number, text?: (figure: number) => string];

/** Counts of events, remedies and orders, as it is and as it would have been. */
export function ReplayComparison({ report }: { report: ReplayReport }) {
  const { asIs, whatIf } = report;
  const groups: { label: string; rows: Row[] }[] = [
    { label: 'Events', rows: counted(asIs.events, whatIf.events, EVENT_KINDS) },
    { label: 'Remedies', rows: counted(asIs.decisions, whatIf.decisions, REMEDIES) },
    {
      label: 'Orders',
      rows: [
        ['Orders proposed', asIs.orders.count, whatIf.orders.count],
        ['Items', asIs.orders.items, whatIf.orders.items],
        ['Value at selling price', asIs.orders.valueCents, whatIf.orders.valueCents, formatMoney],
      ],
    },
  ];
  return (
    <section className={panel.panel} aria-label="Comparison">
      <h2>As it is, and what if</h2>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label="Counts as it is and what if">
        <table className={panel.table}>
          <thead>
            <tr>
              {['Count', 'As it is', 'What if', 'Change'].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map(({ label, rows }) => (
            <tbody key={label}>
              <tr>
                <th scope="rowgroup" colSpan={4} className={classes.group}>
                  {label}
                </th>
              </tr>
              {rows.length === 0 && (
                <tr>
                  <td colSpan={4}>None, either way</td>
                </tr>
              )}
              {rows.map(([name, before, after, text = String]) => (
                <tr key={name}>
                  <td>{name}</td>
                  <td>{text(before)}</td>
                  <td>{text(after)}</td>
                  <td>{changeText(before, after, text)}</td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}

function counted(
  asIs: Readonly<Record<string, number>>,
  whatIf: Readonly<Record<string, number>>,
  words: Readonly<Record<string, { label: string }>>,
): Row[] {
  const names = Object.keys(words).filter((name) => name in asIs || name in whatIf);
  const others = Object.keys({ ...asIs, ...whatIf }).filter((name) => !(name in words));
  return [...names, ...others].map((name) => [words[name]?.label ?? name, asIs[name] ?? 0, whatIf[name] ?? 0]);
}
