import { Injectable } from '@nestjs/common';
import type { CalibrationAnswer, CalibrationRequest } from '@shelfwatch/contracts';
import {
  type FacingRegion,
  type FixturePoints,
  mapFromFourPoints,
  type Point,
  slotsInPicture,
} from '@shelfwatch/domain';
import { type CameraEntity, Database, type UnitOfWork } from '@shelfwatch/persistence';
import { type FieldProblem, ProblemException } from '@shelfwatch/platform';
import { fixtureLayout } from '../planograms/fixture-layout.js';

const CORNERS: readonly Point[] = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
];

/** Finds all slots of fixtures in a camera's picture from four points of each, and keeps them as the camera's view. */
@Injectable()
export class CalibrateView {
  constructor(private readonly database: Database) {}

  /**
   * Regions of fixtures that are not named stay as they are.
   *
   * @throws ProblemException 404 for a camera that is not there, 422 for points or fixtures that cannot be used
   */
  calibrate(cameraId: string, request: CalibrationRequest, isPreview: boolean): Promise<CalibrationAnswer> {
    return this.database.transaction(async (unit) => {
      const camera = await unit.cameras.find(cameraId);
      if (camera === undefined) throw new ProblemException(404, 'CAMERA_UNKNOWN', `There is no camera ${cameraId}.`);
      await unit.planograms.lockStore(camera.storeId);
      const calibration = request.fixtures.map(toFixturePoints);
      const shown = await showFixtures(unit, camera, calibration);
      const view = await unit.cameras.view(cameraId);
      const width = request.width ?? view?.width;
      const height = request.height ?? view?.height;
      if (width === undefined || height === undefined) {
        const detail = 'The camera has no view yet: say width and height of its pictures in pixels.';
        throw new ProblemException(422, 'PICTURE_SIZE_MISSING', detail);
      }
      const answer = { version: null, width, height, ...shown };
      if (isPreview) return answer;
      const named = new Set(calibration.map(({ fixtureId }) => fixtureId));
      const kept = await regionsElsewhere(unit, camera, view?.regions ?? [], named);
      const others = (view?.calibration ?? []).filter(({ fixtureId }) => !named.has(fixtureId));
      const version = await unit.cameras.addView(
        cameraId,
        { width, height, regions: [...kept, ...shown.regions.map(asRegion)], calibration: [...others, ...calibration] },
        new Date(),
      );
      return { ...answer, version };
    });
  }
}

const toFixturePoints = ({ fixtureId, points }: CalibrationRequest['fixtures'][number]): FixturePoints => ({
  fixtureId,
  points: points.map(({ picture, fixture }, corner) => ({ from: fixture ?? CORNERS[corner]!, to: picture })),
});

type ShownFixtures = Pick<CalibrationAnswer, 'regions' | 'outside' | 'estimated'>;

async function showFixtures(
  unit: UnitOfWork,
  { storeId }: CameraEntity,
  calibration: readonly FixturePoints[],
): Promise<ShownFixtures> {
  const all: ShownFixtures = { regions: [], outside: [], estimated: [] };
  const problems: FieldProblem[] = [];
  for (const [index, { fixtureId, points }] of calibration.entries()) {
    const { map, fault } = mapFromFourPoints(points);
    const { front, slots } = await fixtureLayout(unit, storeId, fixtureId);
    if (calibration.findIndex((other) => other.fixtureId === fixtureId) < index) {
      problems.push({ path: `fixtures.${index}.fixtureId`, message: `${fixtureId} stands here a second time` });
    } else if (slots.length === 0) {
      const message = `the store has no fixture ${fixtureId} with slots; import its planogram first`;
      problems.push({ path: `fixtures.${index}.fixtureId`, message });
    } else if (map === undefined) problems.push({ path: `fixtures.${index}.points`, message: fault });
    else {
      const { regions, outside, estimated } = slotsInPicture(front, slots, map);
      all.regions.push(...regions.map((region) => ({ ...region, quad: [...region.quad] })));
      all.outside.push(...outside);
      all.estimated.push(...estimated);
    }
  }
  if (problems.length === 0) return all;
  const { path, message } = problems[0]!;
  throw new ProblemException(422, 'CALIBRATION_IMPOSSIBLE', `${path}: ${message}`, problems);
}

const asRegion = ({ slotId, facing, quad }: CalibrationAnswer['regions'][number]): FacingRegion => ({
  ...{ slotId, facing },
  quad: quad as unknown as FacingRegion['quad'],
});

async function regionsElsewhere(
  unit: UnitOfWork,
  { storeId }: CameraEntity,
  regions: readonly FacingRegion[],
  named: ReadonlySet<string>,
): Promise<FacingRegion[]> {
  const fixtureOf = new Map((await unit.shops.slots(storeId)).map(({ slotId, fixtureId }) => [slotId, fixtureId]));
  return regions.filter(({ slotId }) => {
    const fixtureId = fixtureOf.get(slotId);
    return fixtureId !== undefined && !named.has(fixtureId);
  });
}
