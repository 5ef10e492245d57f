'use client';
import { Anchor, Skeleton } from '@mantine/core';
import { IconCameraQuestion, IconLayoutBoard, IconLock } from '@tabler/icons-react';
import Link from 'next/link';
import { useRouter, useSearchParams } from 'next/navigation';
import { EmptyState } from '../../feedback/empty-state';
import { FailureNotice } from '../../feedback/failure-notice';
import { useLiveResource } from '../../live/use-live-resource';
import { getCalibration } from '../../monitoring/calibration-api';
import type { LiveKind } from '../../monitoring/types';
import { useCameras } from '../cameras/use-cameras';
import { useConsole } from '../session/console-context';
import { mayKeepShop } from '../session/permissions';
import { CameraPicker } from '../shelf/camera-picker';
import { useCameraShelf } from '../shelf/use-camera-shelf';
import { CalibrationEditor } from './calibration-editor';

/** Choose a camera, say where its fixture is. The choice is in the address. */
export function CalibrationPage() {
  const { user } = useConsole();
  const { data: cameras, problem, refresh } = useCameras();
  const router = useRouter();
  const wanted = useSearchParams().get('camera');
  if (!mayKeepShop(user.role)) {
    return (
      <EmptyState icon={IconLock} title="Managers and integrators may calibrate">
        The{' '}
        <Anchor component={Link} href="/shelf" inherit>
          shelf
        </Anchor>{' '}
        shows where the slots are now.
      </EmptyState>
    );
  }
  if (cameras === undefined) {
    return problem === null ? <Skeleton h={560} radius={12} /> : <FailureNotice problem={problem} onRetry={refresh} />;
  }
  const camera = cameras.find(({ cameraId }) => cameraId === wanted) ?? cameras[0];
  if (camera === undefined) {
    return (
      <EmptyState icon={IconCameraQuestion} title="This shop has no cameras">
        Add them to the shop’s definition first.
      </EmptyState>
    );
  }
  return (
    <>
      <CameraPicker
        cameras={cameras}
        cameraId={camera.cameraId}
        onChoose={(cameraId) =>
          router.replace(`/shelf/calibration?camera=${encodeURIComponent(cameraId)}`, { scroll: false })
        }
      />
      <CameraCalibration key={camera.cameraId} cameraId={camera.cameraId} />
    </>
  );
}

const KINDS: readonly LiveKind[] = [];

function CameraCalibration({ cameraId }: { cameraId: string }) {
  const { data: shelf, problem: noShelf, refresh: reloadShelf } = useCameraShelf(cameraId);
  const {
    data: calibration,
    problem: noCalibration,
    refresh,
  } = useLiveResource(`calibration ${cameraId}`, (signal) => getCalibration(cameraId, signal), KINDS);
  const problem = noShelf ?? noCalibration;
  function retry(): void {
    reloadShelf();
    refresh();
  }
  const failure = problem !== null && (
    <FailureNotice problem={problem} stale={shelf !== undefined && calibration !== undefined} onRetry={retry} />
  );
  if (shelf === undefined || calibration === undefined) return failure || <Skeleton h={480} radius={12} />;
  if (calibration.fixtures.length === 0) {
    return (
      <EmptyState icon={IconLayoutBoard} title="This shop has no fixtures with slots">
        Import a planogram first: it says what is to be found in the picture.
      </EmptyState>
    );
  }
  if (shelf.picture === null) {
    return (
      <EmptyState icon={IconCameraQuestion} title={`No picture of ${shelf.camera.name} yet`}>
        Points are set on a picture. It appears as soon as the camera has sent one.
      </EmptyState>
    );
  }
  return (
    <>
      {failure}
      <CalibrationEditor calibration={calibration} camera={shelf.camera} picture={shelf.picture} onSaved={retry} />
    </>
  );
}
