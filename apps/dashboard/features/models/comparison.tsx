import type { GateReport } from '../../retraining/types';
import { formatPercent } from '../../text/format-percent';
import { plural } from '../../text/plural';
import { figureChanges, pointsOf } from './figure-change';
import classes from './panel.module.css';

const CLASSES_SHOWN = 12;

/** Two models on the same pictures: their figures, and the classes that lost most. */
export function Comparison({ gate }: { gate: GateReport }) {
  const { figures, classes: changes } = gate;
  if (figures === null) return null;
  if (figures.after.items === 0)
    return <p className={classes.dim}>Both know none of the pictures to measure on, so there is nothing to compare.</p>;
  return (
    <>
      <p className={classes.dim}>
        Both were asked about the same {plural(figures.after.items, 'picture')}, which neither learnt from.
      </p>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label="Before and after">
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
              <th scope="col">Change</th>
            </tr>
          </thead>
          <tbody>
            {figureChanges(figures).map(({ label, before, after, change, verdict }) => (
              <tr key={label}>
                <td>{label}</td>
                <td>{before}</td>
                <td>{after}</td>
                <td data-verdict={verdict}>{change}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {changes.length > 0 && (
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Recall, worst change first</th>
                <th scope="col">Before</th>
                <th scope="col">After</th>
                <th scope="col">Change</th>
              </tr>
            </thead>
            <tbody>
              {changes.slice(0, CLASSES_SHOWN).map(({ label, name, before, after, support }) => (
                <tr key={label}>
                  <td>
                    {name} <span className={classes.dim}>{plural(support, 'picture')}</span>
                  </td>
                  <td>{formatPercent(before)}</td>
                  <td>{formatPercent(after)}</td>
                  <td data-verdict={verdictOf(after - before)}>{pointsOf(after - before)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </>
  );
}

const verdictOf = (change: number): 'better' | 'worse' | 'same' =>
  pointsOf(change) === 'no change' ? 'same' : change > 0 ? 'better' : 'worse';
