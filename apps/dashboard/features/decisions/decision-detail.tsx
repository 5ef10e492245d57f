import type { Decision } from '../../monitoring/types';
import classes from './decision-detail.module.css';
import { describeInputs } from './describe-input';
import { REMEDIES } from './remedy';

/** The whole of a decision: the rule, the figures it looked at, and why nothing else was chosen. */
export function DecisionDetail({ decision }: { decision: Decision }) {
  return (
    <div className={classes.detail}>
      <section>
        <h3>What the rule looked at</h3>
        <dl className={classes.inputs}>
          {describeInputs(decision.inputs).map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="figures">{value}</dd>
            </div>
          ))}
        </dl>
        <p className={classes.rule}>
          Rule <code>{decision.rule}</code>
        </p>
      </section>
      <section>
        <h3>Why nothing else</h3>
        {decision.alternatives.length === 0 && (
          <p className={classes.rule}>Nothing else was tried before this rule applied.</p>
        )}
        <ul className={classes.alternatives}>
          {decision.alternatives.map(({ remedy, because }) => (
            <li key={remedy}>
              <b>{REMEDIES[remedy].label}</b>
              <span>{because}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
