'use client';
import { IconCameraOff } from '@tabler/icons-react';
import type { CameraSummary } from '../../monitoring/types';
import { plural } from '../../text/plural';
import classes from './camera-picker.module.css';

/** The cameras, each with how many of its slots need attention. */
export function CameraPicker(props: {
  cameras: readonly CameraSummary[];
  cameraId: string;
  onChoose: (cameraId: string) => void;
}) {
  const { cameras, cameraId, onChoose } = props;
  return (
    <div className={classes.picker} role="group" aria-label="Camera">
      {cameras.map((camera) => {
        const { empty = 0, low = 0, misplaced = 0 } = camera.slots;
        const wanting = empty + low + misplaced;
        return (
          <button
            key={camera.cameraId}
            type="button"
            className={classes.camera}
            aria-pressed={camera.cameraId === cameraId}
            onClick={() => onChoose(camera.cameraId)}
          >
            {camera.name}
            {camera.faults.length > 0 && (
              <IconCameraOff size={16} stroke={1.8} aria-label="blind now" className={classes.blind} />
            )}
            {wanting > 0 && (
              <span className={classes.count} aria-label={`${plural(wanting, 'slot')} to see to`}>
                {wanting}
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}
