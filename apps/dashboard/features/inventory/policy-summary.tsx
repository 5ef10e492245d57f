import type { PolicyChoices } from '../../monitoring/types';
import { formatMoney } from '../../text/format-money';
import panel from '../models/panel.module.css';
import { MODES, POLICIES, ROUNDINGS, WEEKDAYS } from './policy-words';

/** What holds now, with the store's choices and the defaults. */
export function PolicySummary({ policy }: { policy: PolicyChoices }) {
  const { mode = 'advise', rounding = 'UP', calendar, limits } = policy;
  const days = (numbers: readonly number[]): string => numbers.map((day) => WEEKDAYS[day - 1]).join(', ');
  const bounds = [
    policy.minimumOrderCases ? `at least ${policy.minimumOrderCases} cases` : '',
    policy.palletLayerCases ? `whole layers of ${policy.palletLayerCases} cases` : '',
    policy.backroomCapacity ? `back room holds ${policy.backroomCapacity}` : '',
  ].filter((part) => part !== '');
  const limitWords = [
    typeof limits?.valueCents === 'number' ? `up to ${formatMoney(limits.valueCents)}` : '',
    typeof limits?.cases === 'number' ? `up to ${limits.cases} cases` : '',
    limits !== undefined && limits.categories.length > 0 ? `not ${limits.categories.join(', ')}` : '',
  ].filter((part) => part !== '');
  return (
    <dl className={panel.facts}>
      <dt>Who decides</dt>
      <dd>
        {MODES[mode]}
        {mode === 'automatic' && limitWords.length > 0 && ` (${limitWords.join('; ')})`}
      </dd>
      <dt>When and how much</dt>
      <dd>{POLICIES[policy.policy ?? (policy.fixedLot ? 'R-Q' : 's-S')]}</dd>
      <dt>Service level</dt>
      <dd>{policy.serviceLevel ?? 'default'}</dd>
      <dt>Cases</dt>
      <dd>{[ROUNDINGS[rounding], ...bounds].join('; ')}</dd>
      <dt>Days</dt>
      <dd>
        {calendar
          ? `ordered ${days(calendar.orderWeekdays)} until ${calendar.cutOff}, delivered ${days(calendar.deliveryWeekdays)}`
          : `any day, reviewed every ${policy.reviewDays ?? 1} d`}
      </dd>
    </dl>
  );
}
