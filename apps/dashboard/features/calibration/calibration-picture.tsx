'use client';
import { pictureAddress } from '../../monitoring/picture-address';
import type { CalibrationAnswer, CalibrationPoint } from '../../monitoring/types';
import { useLoadedPicture } from '../shelf/use-loaded-picture';
import classes from './calibration-picture.module.css';
import { CornerHandle } from './corner-handle';
import { boxPercent, CORNER_NAMES, withPointAt } from './corner-points';

export interface PictureSize {
  width: number;
  height: number;
}

/** The newest picture with room around it, four points to move, and the slots that result. */
export function CalibrationPicture(props: {
  url: string;
  cameraName: string;
  /** Null until the picture has come. */
  size: PictureSize | null;
  points: readonly CalibrationPoint[];
  margin: number;
  answer: CalibrationAnswer | null;
  onSize: (size: PictureSize) => void;
  onPoints: (points: CalibrationPoint[]) => void;
}) {
  const { url, cameraName, size, points, margin, answer, onSize, onPoints } = props;
  const address = useLoadedPicture(pictureAddress(url));
  const [from, whole] = [boxPercent(0, margin), boxPercent(1, margin) - boxPercent(0, margin)];
  const ratio = size === null ? 16 / 9 : size.width / size.height;
  const estimated = new Set(answer?.estimated);
  const ring = (corners: readonly { x: number; y: number }[]): string =>
    corners.map(({ x, y }) => `${boxPercent(x, margin)},${boxPercent(y, margin)}`).join(' ');
  return (
    <div
      className={classes.board}
      style={{ aspectRatio: ratio, maxWidth: `max(320px, calc((100dvh - 380px) * ${ratio}))` }}
      role="group"
      aria-label={`Four points of the fixture in the picture of ${cameraName}`}
    >
      <img
        src={address}
        alt={`Last picture of ${cameraName}`}
        style={{ left: `${from}%`, top: `${from}%`, width: `${whole}%`, height: `${whole}%` }}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
          onSize({ width: naturalWidth, height: naturalHeight })
        }
      />
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden>
        {answer?.regions.map(({ slotId, facing, quad }) => (
          <polygon key={`halo ${slotId} ${facing}`} className={classes.halo} points={ring(quad)} />
        ))}
        {answer?.regions.map(({ slotId, facing, quad }) => (
          <polygon
            key={`${slotId} ${facing}`}
            className={classes.facing}
            points={ring(quad)}
            data-region={slotId}
            data-estimated={estimated.has(slotId) || undefined}
          />
        ))}
        <polygon className={classes.front} points={ring(points.map(({ picture }) => picture))} />
      </svg>
      {points.map((point, index) => (
        <CornerHandle
          key={CORNER_NAMES[index]}
          name={CORNER_NAMES[index]!}
          point={point}
          margin={margin}
          onMove={(to) => onPoints(withPointAt(points, index, to, margin))}
        />
      ))}
    </div>
  );
}
