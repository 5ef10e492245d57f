'use client';
import { Modal, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPhotoOff } from '@tabler/icons-react';
import { pictureAddress } from '../../monitoring/picture-address';
import type { StockEvent } from '../../monitoring/types';
import { formatClock, formatDay } from '../../time/format-clock';
import { formatPlace } from '../place/format-place';
import classes from './evidence-picture.module.css';

/** The slot as the camera saw it, with the capture time printed on it; a tap shows it large. */
export function EvidencePicture({ event, timeZone }: { event: StockEvent; timeZone: string }) {
  const [opened, { open, close }] = useDisclosure(false);
  if (event.evidenceUrl === null) {
    return (
      <span className={classes.missing}>
        <IconPhotoOff size={18} stroke={1.5} aria-hidden />
        No picture kept
      </span>
    );
  }
  const address = pictureAddress(event.evidenceUrl);
  const time = new Date(event.openedAt);
  const where = `${event.product.name}, ${formatPlace(event.place)}`;
  return (
    <>
      <UnstyledButton className={classes.thumb} onClick={open} aria-label={`Evidence picture of ${where}: enlarge`}>
        <img src={address} alt="" loading="lazy" decoding="async" />
        <time dateTime={event.openedAt}>{formatClock(time, timeZone)}</time>
      </UnstyledButton>
      <Modal opened={opened} onClose={close} size="xl" centered title={where}>
        <figure className={classes.large}>
          <img src={address} alt={`The slot of ${where} as the camera saw it`} />
          <figcaption>
            Camera {event.place.cameraId}, {formatDay(time, timeZone)}, {formatClock(time, timeZone)}. Recognised by
            model {event.modelVersion}.
          </figcaption>
        </figure>
      </Modal>
    </>
  );
}
