'use client';
import { Anchor } from '@mantine/core';
import { IconCameraOff } from '@tabler/icons-react';
import Link from 'next/link';
import { Notice } from '../../feedback/notice';
import { Age } from '../../time/age';
import { useConsole } from '../session/console-context';
import { FAULT_WORDS } from './fault-words';
import { useCameras } from './use-cameras';

/** Which cameras see nothing now, and what to do. Absent while all see. */
export function BlindCameras() {
  const { timeZone } = useConsole().store;
  const blind = useCameras().data?.filter(({ faults }) => faults.length > 0) ?? [];
  if (blind.length === 0) return null;
  return (
    <Notice tone="amber" icon={IconCameraOff}>
      <ul aria-label="Blind cameras">
        {blind.map(({ cameraId, name, faults }) =>
          faults.map(({ fault, since, recommendedAction }) => (
            <li key={`${cameraId} ${fault}`}>
              <Anchor component={Link} href={`/shelf?camera=${encodeURIComponent(cameraId)}`} fw={600} inherit>
                {name}
              </Anchor>{' '}
              {FAULT_WORDS[fault]}, for <Age since={since} timeZone={timeZone} />. {recommendedAction}
            </li>
          )),
        )}
      </ul>
    </Notice>
  );
}
