'use client';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { Notice } from '../../feedback/notice';
import { freeze } from '../../retraining/api';
import type { DataSetDetail, Freeze, FrozenDataSet } from '../../retraining/types';
import { doAndTell } from '../models/do-and-tell';
import classes from '../models/panel.module.css';
import { useConsole } from '../session/console-context';
import { FreezeOptions } from './freeze-options';
import { VersionCard } from './version-card';

/** Frozen states, each with how it was split; and the way to freeze another. */
export function VersionsPanel(props: {
  dataSet: DataSetDetail;
  mayFreeze: boolean;
  isImporting: boolean;
  onFrozen: () => void;
}) {
  const { dataSet, mayFreeze, isImporting, onFrozen } = props;
  const { store } = useConsole();
  const [busy, setBusy] = useState(false);
  const [frozen, setFrozen] = useState<FrozenDataSet | null>(null);
  const names = new Map(dataSet.classList.map(({ label, name }) => [label, name]));
  const namesOf = (labels: readonly string[]): string => labels.map((label) => names.get(label) ?? label).join(', ');

  async function freezeNow(request: Freeze): Promise<void> {
    setBusy(true);
    await doAndTell('Frozen', 'This version never changes.', async () =>
      setFrozen(await freeze(dataSet.name, request)),
    );
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
        <FreezeOptions
          classList={dataSet.classList}
          busy={busy}
          isImporting={isImporting}
          onFreeze={(request) => void freezeNow(request)}
        />
      )}
      {frozen !== null && frozen.dealtBySample.length > 0 && (
        <Notice tone="amber" icon={IconAlertTriangle} title="Figures of some classes will flatter">
          All their pictures come from one camera and day, so they were dealt one by one:{' '}
          {namesOf(frozen.dealtBySample)}. Add pictures of another day.
        </Notice>
      )}
      {frozen !== null && frozen.untested.length > 0 && (
        <Notice tone="amber" icon={IconAlertTriangle} title="Some classes will not be measured">
          No picture of them is on the side to measure: {namesOf(frozen.untested)}. Add pictures.
        </Notice>
      )}
      <div className={classes.scroll} tabIndex={0} role="region" aria-label="Frozen versions">
        {dataSet.versions.length === 0 && <p className={classes.dim}>Nothing is frozen yet; a run needs a version.</p>}
        {dataSet.versions.map((version) => (
          <VersionCard key={version.versionId} version={version} timeZone={store.timeZone} />
        ))}
      </div>
    </section>
  );
}
