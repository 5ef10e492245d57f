'use client';
import { IconClock } from '@tabler/icons-react';
import type { CameraShelf } from '../../monitoring/types';
import { Age } from '../../time/age';
import { formatClock } from '../../time/format-clock';
import type { Freshness } from './picture-freshness';
import classes from './picture-stamp.module.css';

/** When the picture was taken and how long ago that is: always there, since every other word depends on it. */
export function PictureStamp(props: {
  picture: NonNullable<CameraShelf['picture']>;
  freshness: Freshness;
  timeZone: string;
}) {
  const { picture, freshness, timeZone } = props;
  return (
    <span className={classes.stamp} data-freshness={freshness}>
      <IconClock size={15} stroke={1.8} aria-hidden />
      Taken {formatClock(new Date(picture.capturedAt), timeZone)},{' '}
      <b>
        <Age since={picture.capturedAt} timeZone={timeZone} suffix=" ago" />
      </b>
    </span>
  );
}
