import type { KpiReport } from '../../monitoring/types';
import { formatMoney } from '../../text/format-money';
import panel from '../models/panel.module.css';
import { durationText, fractionText, rateText, shareText } from './kpi-words';

/** The whole first, then its groups; a share's fraction is in its title. */
export function KpiTable({ report }: { report: KpiReport }) {
  return (
    <div className={panel.scroll} tabIndex={0} role="region" aria-label="Figures by group">
      <table className={panel.table}>
        <thead>
          <tr>
            {[
              'Group',
              'Available',
              'Seen',
              'Incidents / 1,000 h',
              'Detect',
              'Restock',
              'Alerts right',
              'Phantoms',
              'Lost',
            ].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[report.total, ...report.groups].map((group, index) => (
            <tr key={index === 0 ? 'all' : `group ${group.group}`}>
              <td>{index === 0 ? 'All' : group.group || '(none)'}</td>
              <td title={`${fractionText(group.osaByTime)} slot-hours`}>{shareText(group.osaByTime)}</td>
              <td title={`${fractionText(group.coverage)} slot-hours`}>{shareText(group.coverage)}</td>
              <td title={fractionText(group.incidentRate)}>{rateText(group.incidentRate)}</td>
              <td title={`p90 ${durationText(group.timeToDetect.p90)}`}>{durationText(group.timeToDetect.p50)}</td>
              <td title={`p90 ${durationText(group.timeToRestock.p90)}`}>{durationText(group.timeToRestock.p50)}</td>
              <td title={fractionText(group.alertPrecision)}>{shareText(group.alertPrecision)}</td>
              <td title={fractionText(group.phantomRate)}>{shareText(group.phantomRate)}</td>
              <td>{formatMoney(group.lostSales.cents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
