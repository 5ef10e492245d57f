'use client';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Notice } from '../../feedback/notice';
import type { CameraShelf } from '../../monitoring/types';
import { Age } from '../../time/age';
import { FAULT_WORDS } from '../cameras/fault-words';
import type { Freshness } from './picture-freshness';

/** Says when the picture must not be taken for the present. */
export function ShelfWarning(props: { shelf: CameraShelf; freshness: Freshness; timeZone: string }) {
  const { shelf, freshness, timeZone } = props;
  if (freshness === 'fresh') return null;
  const { faults, name } = shelf.camera;
  return (
    <Notice tone="amber" icon={IconAlertTriangle} title="This may not be how the shelf looks now">
      {faults.map(({ fault, since, recommendedAction }) => (
        <div key={fault}>
          {name} {FAULT_WORDS[fault]}, for <Age since={since} timeZone={timeZone} />. {recommendedAction}
        </div>
      ))}
      {faults.length === 0 &&
        'No newer picture has come. Check that the camera and the network on the way are running.'}
    </Notice>
  );
}
