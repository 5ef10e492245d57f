import type { Evaluation } from '../../retraining/types';
import { samplePicture } from '../../retraining/picture-address';
import classes from './panel.module.css';

const SHOWN = 12;

/** What is taken for what, with the pictures on which it happened. */
export function Confusions({ evaluation }: { evaluation: Evaluation }) {
  const nameOf = new Map(evaluation.classes.map(({ label, name }) => [label, name]));
  const confusions = evaluation.confusions.slice(0, SHOWN);
  return (
    <section className={classes.panel}>
      <h2>Confusions</h2>
      {confusions.length === 0 && <p className={classes.dim}>Nothing was taken for anything else.</p>}
      <div className={`${classes.list} ${classes.scroll}`} tabIndex={0} role="region" aria-label="Confused products">
        {confusions.map(({ actual, predicted, count, sampleIds }) => (
          <div key={`${actual} ${predicted}`}>
            <span className={classes.dim}>
              <b>{nameOf.get(actual) ?? actual}</b> taken for <b>{nameOf.get(predicted) ?? predicted}</b>: {count}
            </span>
            <div className={classes.pictures}>
              {sampleIds.map((sampleId) => (
                <img
                  key={sampleId}
                  src={samplePicture(sampleId)}
                  width={64}
                  height={64}
                  alt={`${nameOf.get(actual) ?? actual}, confused`}
                  loading="lazy"
                />
              ))}
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}
