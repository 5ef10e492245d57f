import { covers, type Scenario, type ScriptedFault } from '../scenario/scenario.js';
import type { Scene } from '../scene/scene-renderer.js';

/** The faults that a scenario scripts for one camera. */
export class ScriptedFaults {
  readonly #faults: readonly ScriptedFault[];

  /** @param cameraNumber from 1 */
  constructor(scenario: Scenario, cameraNumber: number) {
    this.#faults = scenario.faults.filter(({ camera }) => camera === 'all' || camera === cameraNumber);
  }

  get all(): readonly ScriptedFault[] {
    return this.#faults;
  }

  /** @param second simulated seconds after opening */
  at(second: number): ScriptedFault['kind'][] {
    return this.#faults.filter((fault) => covers(fault, second)).map(({ kind }) => kind);
  }
}

const LIGHTS_OFF = 0.035;
const DEFOCUS_PX = 26;
const HAND_OVER_LENS = 'rgba(74,48,38,.98)';
/** The low sun, or a lamp, in a shining surface. */
const SUN = { x: 0.45, y: 0.4, radius: 0.75, strength: 1 };
const SMALL_STREAM = 0.5;
/** A knock: the camera looks aside and hangs askew. */
const KNOCK = { shiftX: 0.075, shiftY: -0.05, roll: 0.05 };

/** What a fault does to a picture. `frozen` and `offline` are not about the picture. */
export function withFault(scene: Scene, kind: ScriptedFault['kind']): Scene {
  switch (kind) {
    case 'dark':
      return { ...scene, light: { ...scene.light, exposure: LIGHTS_OFF, glare: undefined } };
    case 'glare':
      return { ...scene, light: { ...scene.light, glare: SUN } };
    case 'resolution':
      return { ...scene, scale: SMALL_STREAM };
    case 'blurred':
      return { ...scene, blurPx: DEFOCUS_PX };
    case 'covered':
      return { ...scene, cover: HAND_OVER_LENS };
    case 'moved': {
      const { pose } = scene;
      return {
        ...scene,
        pose: {
          ...pose,
          shiftX: pose.shiftX + KNOCK.shiftX,
          shiftY: pose.shiftY + KNOCK.shiftY,
          roll: pose.roll + KNOCK.roll,
        },
      };
    }
    case 'frozen':
    case 'offline':
      return scene;
  }
}
