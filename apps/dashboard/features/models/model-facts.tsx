import Link from 'next/link';
import type { ModelDetail } from '../../retraining/types';
import { formatPercent } from '../../text/format-percent';
import { Figure } from './figure';
import classes from './panel.module.css';

/** Headline figures and where the model came from. */
export function ModelFacts({ model }: { model: ModelDetail }) {
  const { evaluation, lineage, architecture } = model;
  return (
    <section className={classes.panel}>
      <h2>Figures and lineage</h2>
      {evaluation && (
        <div className={classes.row} style={{ marginBottom: 12, boxShadow: 'none' }}>
          <Figure value={formatPercent(evaluation.top1)} label="top-1" />
          <Figure value={formatPercent(evaluation.top5)} label="top-5" />
          <Figure value={formatPercent(evaluation.macroF1)} label="macro-F1" />
          <Figure value={evaluation.calibration.eceAfter.toFixed(3)} label="calibration error" />
          {evaluation.unknown && <Figure value={evaluation.unknown.auroc.toFixed(3)} label="strangers, AUROC" />}
          {evaluation.golden && (
            <Figure value={formatPercent(evaluation.golden.top1)} label={`golden set of ${evaluation.golden.items}`} />
          )}
        </div>
      )}
      <dl className={classes.facts}>
        <dt>Network</dt>
        <dd>
          {architecture.backbone} {architecture.width}, {architecture.inputSize} px, {model.classes} classes
        </dd>
        <dt>Data set</dt>
        <dd>
          <code>{lineage.dataSetHash.slice(0, 16)}</code>
        </dd>
        <dt>Trained from</dt>
        <dd>
          {lineage.parentVersion === null ? (
            'outside of this platform, or from chance'
          ) : (
            <Link href={`/models/versions/${encodeURIComponent(lineage.parentVersion)}`}>{lineage.parentVersion}</Link>
          )}
        </dd>
        {lineage.runId !== null && (
          <>
            <dt>Run</dt>
            <dd>
              <Link href={`/models/runs/${lineage.runId}`}>{lineage.runId}</Link>
            </dd>
          </>
        )}
        <dt>Program</dt>
        <dd>{lineage.codeVersion}</dd>
        {evaluation?.slices.map(({ by, value, items, top1 }) => (
          <div key={`${by} ${value}`} style={{ display: 'contents' }}>
            <dt>{by === 'camera' ? `Camera ${value}` : `${value} light`}</dt>
            <dd>
              {formatPercent(top1)} of {items}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
