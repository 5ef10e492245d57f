import type { KpiReport } from '../../monitoring/types';
import panel from '../models/panel.module.css';
import styles from './kpi-formulas.module.css';

/** What each figure means, where it comes from, and which ones cannot be told. */
export function KpiFormulas({ report }: { report: Pick<KpiReport, 'definitions' | 'notMeasured'> }) {
  return (
    <section className={panel.panel}>
      <h2>Formulas</h2>
      <dl className={styles.list}>
        {report.definitions.map(({ id, name, formula, source }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd title={source}>{formula}</dd>
          </div>
        ))}
        {report.notMeasured.map(({ id, because }) => (
          <div key={id}>
            <dt>{id}: not measured</dt>
            <dd>{because}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
