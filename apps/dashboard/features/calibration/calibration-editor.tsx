'use client';
import { Button, Group, NativeSelect } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp, IconDeviceFloppy } from '@tabler/icons-react';
import Link from 'next/link';
import { useState } from 'react';
import { Notice } from '../../feedback/notice';
import { saveCalibration } from '../../monitoring/calibration-api';
import type { CalibrationPoint, CameraCalibration, CameraShelf } from '../../monitoring/types';
import { plural } from '../../text/plural';
import { doAndTell } from '../models/do-and-tell';
import panel from '../models/panel.module.css';
import { useConsole } from '../session/console-context';
import { pictureFreshness } from '../shelf/picture-freshness';
import { PictureStamp } from '../shelf/picture-stamp';
import { CalibrationPicture, type PictureSize } from './calibration-picture';
import { CalibrationWords } from './calibration-words';
import { marginFor, samePoints, startPoints } from './corner-points';
import { firstFixture } from './first-fixture';
import { usePreview } from './use-preview';

/** Moves the four points of a fixture, shows the slots that result, and keeps them as the camera's view. */
export function CalibrationEditor(props: {
  calibration: CameraCalibration;
  camera: CameraShelf['camera'];
  picture: NonNullable<CameraShelf['picture']>;
  onSaved: () => void;
}) {
  const { calibration, camera, picture, onSaved } = props;
  const { timeZone } = useConsole().store;
  const { cameraId, fixtures } = calibration;
  const [fixtureId, setFixtureId] = useState(() => firstFixture(fixtures)?.fixtureId ?? '');
  const [drafts, setDrafts] = useState<Readonly<Record<string, CalibrationPoint[]>>>({});
  const [size, setSize] = useState<PictureSize | null>(null);
  const [busy, setBusy] = useState(false);
  const fixture = fixtures.find((it) => it.fixtureId === fixtureId) ?? fixtures[0];
  const saved = fixture?.points ?? null;
  const [start] = useState(startPoints);
  const points = drafts[fixtureId] ?? saved ?? start;
  const draft = fixture === undefined || size === null ? null : { fixtureId: fixture.fixtureId, points, ...size };
  const { answer, problem, isLooking } = usePreview(cameraId, draft);
  const isChanged = drafts[fixtureId] !== undefined && !samePoints(points, saved ?? start);

  function move(moved: CalibrationPoint[]): void {
    setDrafts((old) => ({ ...old, [fixtureId]: moved }));
  }
  function takeBack(): void {
    setDrafts(({ [fixtureId]: _dropped, ...others }) => others);
  }
  async function save(): Promise<void> {
    if (draft === null) return;
    setBusy(true);
    const message = `${camera.name} now finds the slots of ${fixture?.name ?? fixtureId} by these points.`;
    await doAndTell('Calibrated', message, () => saveCalibration(cameraId, draft));
    setBusy(false);
    onSaved();
  }

  return (
    <section className={panel.panel} aria-label="Calibration">
      <Group gap="md" justify="space-between" align="flex-end" mb="sm">
        <NativeSelect
          size="xs"
          label="Fixture"
          value={fixtureId}
          data={fixtures.map((it) => ({
            value: it.fixtureId,
            label: `${it.name}${it.name === it.fixtureId ? '' : ` (${it.fixtureId})`}, ${plural(it.slots, 'slot')}${it.points === null ? '' : ', calibrated'}`,
          }))}
          onChange={(event) => setFixtureId(event.currentTarget.value)}
        />
        <PictureStamp
          picture={picture}
          freshness={pictureFreshness(picture.ageSeconds, camera.faults)}
          timeZone={timeZone}
        />
      </Group>
      <CalibrationPicture
        url={picture.url}
        cameraName={camera.name}
        size={size}
        points={points}
        margin={marginFor(saved ?? start)}
        answer={answer}
        onSize={(found) => setSize((old) => (old?.width === found.width && old.height === found.height ? old : found))}
        onPoints={move}
      />
      {problem !== null && (
        <div style={{ marginTop: 12 }}>
          <Notice tone="amber" icon={IconAlertTriangle} title="These points cannot be used">
            {problem.errors.length > 0
              ? problem.errors.map(({ message }) => message).join('; ')
              : problem.detail || problem.title}
            . The slots are shown for the last points that could be.
          </Notice>
        </div>
      )}
      <CalibrationWords answer={answer} isLooking={isLooking} isSaved={saved !== null} isChanged={isChanged} />
      <Group gap="sm" mt="sm">
        <Button
          size="xs"
          loading={busy}
          disabled={!isChanged || problem !== null || answer === null || isLooking}
          leftSection={<IconDeviceFloppy size={15} stroke={1.8} aria-hidden />}
          onClick={() => void save()}
        >
          Save
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={!isChanged}
          leftSection={<IconArrowBackUp size={15} stroke={1.8} aria-hidden />}
          onClick={takeBack}
        >
          {saved === null ? 'Start again' : 'Back to the saved points'}
        </Button>
        <Button component={Link} href={`/shelf?camera=${encodeURIComponent(cameraId)}`} size="xs" variant="subtle">
          To the shelf
        </Button>
      </Group>
    </section>
  );
}
