'use client';
import { Button, Skeleton } from '@mantine/core';
import { IconCameraQuestion, IconPerspective } from '@tabler/icons-react';
import Link from 'next/link';
import { useMemo, useState } from 'react';
import { EmptyState } from '../../feedback/empty-state';
import { FailureNotice } from '../../feedback/failure-notice';
import type { SlotStatus } from '../../monitoring/types';
import { useNow } from '../../time/use-now';
import { useConsole } from '../session/console-context';
import { mayKeepShop } from '../session/permissions';
import { countStatuses } from './count-statuses';
import { pictureFreshness } from './picture-freshness';
import { PictureStamp } from './picture-stamp';
import { ShelfLegend } from './shelf-legend';
import { ShelfPicture } from './shelf-picture';
import classes from './shelf-view.module.css';
import { ShelfWarning } from './shelf-warning';
import { SlotPanel } from './slot-panel';
import { readingOrder } from './slot-steps';
import { useCameraShelf } from './use-camera-shelf';

/**
 * One camera's shelf: its last picture, what the platform makes of it, and one slot in detail.
 *
 * @param props.slotId the slot to begin with; null: none
 */
export function ShelfView(props: { cameraId: string; slotId: string | null; timeZone: string }) {
  const { cameraId, slotId, timeZone } = props;
  const { user } = useConsole();
  const { data: shelf, problem, refresh } = useCameraShelf(cameraId);
  const [only, setOnly] = useState<SlotStatus | null>(null);
  const [selectedId, setSelectedId] = useState(slotId);
  const [pointedId, setPointedId] = useState<string | null>(null);
  const now = useNow();
  const slots = useMemo(() => readingOrder(shelf?.slots ?? []), [shelf]);
  const failure = problem !== null && <FailureNotice problem={problem} stale={shelf !== undefined} onRetry={refresh} />;

  if (shelf === undefined) return failure || <Skeleton h={520} radius={12} />;
  if (shelf.picture === null) {
    return (
      <EmptyState icon={IconCameraQuestion} title={`No picture of ${shelf.camera.name} yet`}>
        It appears as soon as the camera has sent one. If nothing comes, check that it is switched on and publishes
        under the camera id <code>{cameraId}</code>.
      </EmptyState>
    );
  }
  const ageSeconds = now === null ? shelf.picture.ageSeconds : (now - Date.parse(shelf.picture.capturedAt)) / 1_000;
  const freshness = pictureFreshness(ageSeconds, shelf.camera.faults);
  const shownId = pointedId ?? selectedId;
  return (
    <>
      {failure}
      <ShelfWarning shelf={shelf} freshness={freshness} timeZone={timeZone} />
      <div className={classes.view}>
        <div className={classes.picture}>
          <div className={classes.bar}>
            <ShelfLegend counts={countStatuses(slots)} only={only} onChoose={setOnly} />
            <PictureStamp picture={shelf.picture} freshness={freshness} timeZone={timeZone} />
          </div>
          <div className={classes.window}>
            <ShelfPicture
              picture={shelf.picture}
              slots={slots}
              only={only}
              selectedId={selectedId}
              freshness={freshness}
              cameraName={shelf.camera.name}
              onSelect={setSelectedId}
              onPoint={setPointedId}
            />
          </div>
          {!shelf.camera.calibrated && (
            <p className={classes.note}>
              This camera has no view yet: nothing says where its slots lie in the picture, so nothing is outlined.
            </p>
          )}
          {mayKeepShop(user.role) && (
            <Button
              component={Link}
              href={`/shelf/calibration?camera=${encodeURIComponent(cameraId)}`}
              mt={10}
              size="xs"
              variant="default"
              leftSection={<IconPerspective size={15} stroke={1.8} aria-hidden />}
            >
              Calibrate
            </Button>
          )}
        </div>
        <SlotPanel
          slots={slots}
          shown={slots.find(({ slotId }) => slotId === shownId)}
          selected={shownId === selectedId}
          timeZone={timeZone}
          onSelect={setSelectedId}
        />
      </div>
    </>
  );
}
