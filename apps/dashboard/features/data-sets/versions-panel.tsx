'use client';
import { Button } from '@mantine/core';
import { IconSnowflake } from '@tabler/icons-react';
import { useState } from 'react';
import { freeze } from '../../retraining/api';
import type { DataSetDetail, FrozenDataSet } from '../../retraining/types';
import { formatMoment } from '../../time/format-clock';
import { doAndTell } from '../models/do-and-tell';
import classes from '../models/panel.module.css';
import { useConsole } from '../session/console-context';

/** Frozen states, with how each was split. */
export function VersionsPanel(props: { dataSet: DataSetDetail; mayFreeze: boolean; onFrozen: () => void }) {
  const { dataSet, mayFreeze, onFrozen } = props;
  const { store } = useConsole();
  const [busy, setBusy] = useState(false);
  const [frozen, setFrozen] = useState<FrozenDataSet | null>(null);

  async function freezeNow(): Promise<void> {
    setBusy(true);
    await doAndTell('Frozen', 'This version never changes.', async () => setFrozen(await freeze(dataSet.name)));
    setBusy(false);
    onFrozen();
  }

  return (
    <section className={classes.panel} aria-label="Versions">
      <h2>Versions</h2>
      <p className={classes.dim}>
        A version never changes. Pictures of one camera and day stay on one side, so that nothing is measured on a twin
        of what was learnt.
      </p>
      {mayFreeze && (
        <Button
          mt="sm"
          size="xs"
          loading={busy}
          leftSection={<IconSnowflake size={15} stroke={1.8} aria-hidden />}
          onClick={() => void freezeNow()}
        >
          Freeze what is there now
        </Button>
      )}
      {frozen !== null && frozen.dealtBySample.length > 0 && (
        <p className={classes.dim} style={{ marginTop: 10 }}>
          {frozen.dealtBySample.length} classes come from one camera and day only; their pictures were dealt one by one,
          so their figures flatter.
        </p>
      )}
      {dataSet.versions.length > 0 && (
        <div
          className={classes.scroll}
          style={{ marginTop: 12 }}
          tabIndex={0}
          role="region"
          aria-label="Frozen versions"
        >
          <table className={classes.table}>
            <thead>
              <tr>
                <th>Version</th>
                <th>Learn</th>
                <th>Tune</th>
                <th>Measure</th>
                <th>Golden</th>
                <th>Classes</th>
              </tr>
            </thead>
            <tbody>
              {dataSet.versions.map(({ versionId, number, hash, createdAt, counts, classes: count }) => (
                <tr key={versionId}>
                  <td title={`SHA-256 ${hash}`}>
                    {number}{' '}
                    <span className={classes.dim}>
                      {formatMoment(new Date(createdAt), store.timeZone)}, {hash.slice(0, 10)}
                    </span>
                  </td>
                  <td>{counts.train}</td>
                  <td>{counts.validation}</td>
                  <td>{counts.test}</td>
                  <td>{counts.golden}</td>
                  <td>{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
