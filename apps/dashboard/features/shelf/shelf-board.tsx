'use client';
import { Skeleton } from '@mantine/core';
import { IconCameraQuestion } from '@tabler/icons-react';
import { useRouter, useSearchParams } from 'next/navigation';
import { EmptyState } from '../../feedback/empty-state';
import { FailureNotice } from '../../feedback/failure-notice';
import { useCameras } from '../cameras/use-cameras';
import { useConsole } from '../session/console-context';
import { CameraPicker } from './camera-picker';
import { ShelfView } from './shelf-view';

/** Choose a camera, see its shelf. The choice is in the address, so it can be bookmarked and sent. */
export function ShelfBoard() {
  const { timeZone } = useConsole().store;
  const { data: cameras, problem, refresh } = useCameras();
  const router = useRouter();
  const address = useSearchParams();
  const wanted = address.get('camera');
  if (cameras === undefined) {
    return problem === null ? <Skeleton h={560} radius={12} /> : <FailureNotice problem={problem} onRetry={refresh} />;
  }
  const camera = cameras.find(({ cameraId }) => cameraId === wanted) ?? cameras[0];
  if (camera === undefined) {
    return (
      <EmptyState icon={IconCameraQuestion} title="This shop has no cameras">
        Add them to the shop’s definition, each with a view: where its slots lie in the picture.
      </EmptyState>
    );
  }
  return (
    <>
      <CameraPicker
        cameras={cameras}
        cameraId={camera.cameraId}
        onChoose={(cameraId) => router.replace(`/shelf?camera=${encodeURIComponent(cameraId)}`, { scroll: false })}
      />
      <ShelfView
        key={camera.cameraId}
        cameraId={camera.cameraId}
        slotId={camera.cameraId === wanted ? address.get('slot') : null}
        timeZone={timeZone}
      />
    </>
  );
}
