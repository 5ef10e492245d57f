'use client';
import { Anchor } from '@mantine/core';
import { IconCameraOff } from '@tabler/icons-react';
import Link from 'next/link';
import { Age } from '../../time/age';
import { useConsole } from '../session/console-context';
import classes from './blind-cameras.module.css';
import { FAULT_WORDS } from './fault-words';
import { useCameras } from './use-cameras';

/** Which cameras see nothing now, and what to do. Absent while all see. */
export function BlindCameras() {
  const { timeZone } = useConsole().store;
  const blind = useCameras().data?.filter(({ faults }) => faults.length > 0) ?? [];
  if (blind.length === 0) return null;
  return (
    <section className={classes.notice} aria-label="Blind cameras">
      <IconCameraOff size={20} stroke={1.7} aria-hidden />
      <ul>
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
    </section>
  );
}
