'use client';
import { LineChart } from '@mantine/charts';
import type { RunDetail } from '../../retraining/types';
import classes from '../models/panel.module.css';

/** Loss, and how well the model does on pictures that it does not learn from, epoch by epoch. */
export function RunCurves({ epochs }: { epochs: RunDetail['epochs'] }) {
  const data = epochs.map(({ loss, top1, macroF1 }, index) => ({
    ...{ epoch: index + 1, loss: Number(loss.toFixed(3)) },
    ...{ top1: Number((top1 * 100).toFixed(1)), macroF1: Number((macroF1 * 100).toFixed(1)) },
  }));
  return (
    <section className={classes.panel}>
      <h2>Curves</h2>
      <LineChart
        h={180}
        data={data}
        dataKey="epoch"
        withLegend
        unit=" %"
        curveType="linear"
        series={[
          { name: 'top1', label: 'top-1', color: 'blue.6' },
          { name: 'macroF1', label: 'macro-F1', color: 'teal.6' },
        ]}
      />
      <LineChart
        h={140}
        mt="md"
        data={data}
        dataKey="epoch"
        withLegend
        curveType="linear"
        series={[{ name: 'loss', label: 'loss', color: 'orange.6' }]}
      />
    </section>
  );
}
