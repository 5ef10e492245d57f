import type { CameraFault } from './camera-health.js';
import { CAMERA_FAULTS } from './camera-health.js';
import type { HealthMeasurement } from './health-measurement.js';
import { DEFAULT_HEALTH_SETTINGS as SETTINGS } from './health-settings.js';
import { type CameraHealthState, judgePicture, judgeSilence, NEW_CAMERA_HEALTH } from './judge-picture.js';
import { recommendedAction } from './recommended-action.js';

const START = Date.parse('2026-03-02T09:00:00Z');
const at = (seconds: number) => new Date(START + seconds * 1_000);

const healthy: Omit<HealthMeasurement, 'capturedAt'> = {
  width: 1280,
  height: 720,
  calibratedWidth: 1280,
  calibratedHeight: 720,
  meanLuma: 120,
  darkShare: 0.02,
  brightShare: 0.03,
  contrast: 55,
  sharpness: 900,
  edgeShare: 0.2,
  sameAsPrevious: false,
  shift: { dx: 0, dy: 0, strength: 60, strengthAtRest: 60 },
};

const LOOKS: Partial<Record<CameraFault, Partial<HealthMeasurement>>> = {
  dark: { meanLuma: 9, darkShare: 0.95, contrast: 6, sharpness: 20, edgeShare: 0.001 },
  glare: { brightShare: 0.6, meanLuma: 210, edgeShare: 0.08 },
  blurred: { sharpness: 40, edgeShare: 0.03, contrast: 48 },
  covered: { meanLuma: 60, contrast: 8, sharpness: 12, edgeShare: 0.001 },
  moved: { shift: { dx: 0.04, dy: 0.01, strength: 40, strengthAtRest: 4 } },
  resolution: { width: 640, height: 360 },
};

/** Plays pictures, two seconds apart. */
function play(looks: readonly Partial<HealthMeasurement>[], state: CameraHealthState = NEW_CAMERA_HEALTH, from = 0) {
  const verdicts = looks.map((look, index) => {
    const verdict = judgePicture(state, { ...healthy, capturedAt: at(from + index * 2), ...look }, SETTINGS);
    state = verdict.state;
    return verdict;
  });
  const changes = verdicts.flatMap((verdict) => verdict.changes.map(({ fault, change }) => `${fault} ${change}`));
  return { verdicts, changes, state };
}

const good = (count: number) => Array.from({ length: count }, () => ({}));
const learned = play(good(10)).state;

describe('judgePicture', () => {
  it.each(Object.entries(LOOKS))(
    'When the camera is %s, then that one fault opens and closes, and slots are not read meanwhile',
    (fault, look) => {
      const { verdicts, changes } = play([look, look, look, ...good(4)], learned, 20);
      expect(changes).toEqual([`${fault} opened`, `${fault} closed`]);
      expect(verdicts.map((verdict) => verdict.observable)).toEqual([false, false, false, false, true, true, true]);
      expect(verdicts[1]?.changes[0]?.since).toEqual(at(20));
    },
  );

  it.each(Object.entries(LOOKS))(
    'When one picture alone is %s, then no fault opens, but slots are not read from it',
    (_fault, look) => {
      const { verdicts, changes } = play([look, ...good(3)], learned, 20);
      expect(changes).toEqual([]);
      expect(verdicts.map((verdict) => verdict.observable)).toEqual([false, true, true, true]);
    },
  );

  it('When the light is a little lower or a lamp is switched on, then the camera is healthy', () => {
    const dimmer = { meanLuma: 80, contrast: 37, sharpness: 400, edgeShare: 0.14 };
    const brighter = { meanLuma: 165, contrast: 65, brightShare: 0.12, sharpness: 1_200 };
    expect(play([dimmer, dimmer, dimmer, brighter, brighter, brighter], learned, 20).changes).toEqual([]);
  });

  it('When the same picture comes again and again, then the camera is frozen only after a time', () => {
    const same = Array.from({ length: 8 }, () => ({ sameAsPrevious: true }));
    const { verdicts, changes } = play([...same, {}, {}], learned, 20);
    expect(changes).toEqual(['frozen opened', 'frozen closed']);
    expect(verdicts.findIndex((verdict) => verdict.faults.includes('frozen'))).toBe(4);
    // A repeated picture is no new evidence, frozen or not.
    expect(verdicts.map((verdict) => verdict.observable)).toEqual([...Array<boolean>(8).fill(false), true, true]);
  });

  it('When a new camera starts in the dark, then that is noticed without knowing it', () => {
    expect(play([LOOKS.dark!, LOOKS.dark!]).changes).toEqual(['dark opened']);
  });

  it('When a shopper stands in front of part of the shelf, then the camera is healthy', () => {
    const shopper = {
      edgeShare: 0.13,
      sharpness: 600,
      contrast: 50,
      meanLuma: 105,
      shift: { dx: 0.2, dy: 0.1, strength: 9, strengthAtRest: 8 },
    };
    expect(play([shopper, shopper, shopper], learned, 20).changes).toEqual([]);
  });

  it('When pictures are bad, then they do not become the usual', () => {
    const { state } = play(
      Array.from({ length: 50 }, () => LOOKS.blurred!),
      learned,
      20,
    );
    expect(state.usual).toEqual(learned.usual);
  });

  it('When a picture is late, then it changes nothing and is not read', () => {
    const { state } = play(good(3), learned, 20);
    const verdict = judgePicture(state, { ...healthy, ...LOOKS.dark, capturedAt: at(21) }, SETTINGS);
    expect(verdict).toMatchObject({ changes: [], observable: false });
    expect(verdict.state).toBe(state);
  });

  it('When the state went through JSON, then the verdict is the same', () => {
    const looks = [...good(3), LOOKS.dark!, LOOKS.dark!, ...good(2)];
    const stored = looks.reduce<CameraHealthState>(
      (state, look, index) =>
        JSON.parse(JSON.stringify(play([look], state, 20 + index * 2).state)) as CameraHealthState,
      learned,
    );
    expect(stored).toEqual(play(looks, learned, 20).state);
  });
});

describe('judgeSilence', () => {
  const last = at(18);

  it('When no picture comes for three intervals, then the camera is offline since its last one, until the next', () => {
    expect(judgeSilence(learned, at(18 + 15), 5_000).changes).toEqual([]);
    const silent = judgeSilence(learned, at(18 + 16), 5_000);
    expect(silent.changes).toEqual([{ fault: 'offline', change: 'opened', since: last }]);
    expect(judgeSilence(silent.state, at(100), 5_000).changes).toEqual([]);
    expect(play([{}], silent.state, 200).changes).toEqual(['offline closed']);
  });

  it('When the camera has never sent a picture, then it is not missed', () => {
    expect(judgeSilence(NEW_CAMERA_HEALTH, at(1_000), 5_000).changes).toEqual([]);
  });
});

describe('recommendedAction', () => {
  it('When there is a fault, then there is something to do about it', () => {
    for (const fault of CAMERA_FAULTS) expect(recommendedAction(fault).length).toBeGreaterThan(20);
  });
});
