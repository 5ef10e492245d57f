'use client';
import { LineChart } from '@mantine/charts';
import type { Evaluation } from '../../retraining/types';
import classes from './panel.module.css';

/** Reliability diagram: a calibrated model is right as often as it says. */
export function CalibrationPanel({ evaluation }: { evaluation: Evaluation }) {
  const { bins, eceBefore, eceAfter, temperature } = evaluation.calibration;
  const data = bins.map(({ confidence, accuracy }) => ({
    ...{ confidence: `${(confidence * 100).toFixed(0)} %`, said: Number((confidence * 100).toFixed(1)) },
    right: Number((accuracy * 100).toFixed(1)),
  }));
  return (
    <section className={classes.panel}>
      <h2>Calibration</h2>
      <LineChart
        h={220}
        data={data}
        dataKey="confidence"
        withLegend
        yAxisProps={{ domain: [0, 100] }}
        unit=" %"
        curveType="linear"
        series={[
          { name: 'said', label: 'how sure it was', color: 'gray.5' },
          { name: 'right', label: 'how often it was right', color: 'blue.6' },
        ]}
      />
      <p className={classes.dim}>
        Expected calibration error {eceAfter.toFixed(4)}, {eceBefore.toFixed(4)} before scaling by temperature{' '}
        {temperature.toFixed(2)}.
      </p>
    </section>
  );
}
