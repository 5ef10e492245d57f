import { type Projection, cameraProjection } from '../scene/camera.js';
import { facingQuad } from '../scene/facing-quad.js';
import type { Fixture } from '../scene/fixture.js';
import type { Scenario } from '../scenario/scenario.js';
import { hiddenShare, type Occluder } from '../scene/occluder.js';
import type { Scene, SceneRenderer } from '../scene/scene-renderer.js';
import type { Shop, ShopCamera } from '../shop/shop.js';
import { fixtureOf } from '../shop/view-of.js';
import { EMPTY, OCCLUDED } from '../training/label-quota.js';
import { lightAt } from '../world/daylight.js';
import { ParkedTrolleys } from '../world/parked-trolleys.js';
import { ScriptedFaults, withFault } from '../world/scripted-faults.js';
import { ShopperSchedule } from '../world/shopper-schedule.js';
import type { World } from '../world/world.js';
import type { FrameTruth, SimulatedFrame, TrueFacing } from './simulated-frame.js';

const STILL_SEEN = 0.2;
const HIDDEN = 0.5;

/** One camera of the simulated shop: composes its scene, has it drawn, and knows what it shows. */
export class SimulatedCamera {
  readonly camera: ShopCamera;
  readonly faults: ScriptedFaults;
  readonly #shop: Shop;
  readonly #scenario: Scenario;
  readonly #seed: string | number;
  readonly #fixture: Fixture;
  readonly #project: Projection;
  readonly #shoppers: ShopperSchedule;
  readonly #parked: ParkedTrolleys;
  #sequence = 0;
  #lastPicture: Promise<Buffer> | undefined;

  constructor(shop: Shop, index: number, scenario: Scenario, seed: string | number) {
    const camera = shop.cameras[index];
    if (camera === undefined) throw new RangeError(`The shop has no camera ${index + 1}`);
    this.camera = camera;
    this.#shop = shop;
    this.#scenario = scenario;
    this.#seed = seed;
    this.#fixture = fixtureOf(shop, camera);
    this.#project = cameraProjection(
      camera.pose,
      { width: this.#fixture.widthMm, height: this.#fixture.heightMm },
      shop.picture,
    );
    this.faults = new ScriptedFaults(scenario, index + 1);
    this.#shoppers = new ShopperSchedule(seed, camera.cameraId, scenario);
    this.#parked = new ParkedTrolleys(seed, index + 1, scenario);
  }

  /** Takes a picture; the scene is fixed at the call. @returns undefined while the camera is offline */
  take(world: World, renderer: SceneRenderer, second: number, capturedAt: Date): Promise<SimulatedFrame> | undefined {
    const faults = this.faults.at(second);
    if (faults.includes('offline')) return undefined;
    const occluders = [...this.#shoppers.at(second), ...this.#parked.at(second)];
    const truth = this.#truth(world, occluders, faults);
    const sequence = (this.#sequence += 1);
    const frozen = faults.includes('frozen') ? this.#lastPicture : undefined;
    const picture = frozen ?? renderer.render(faults.reduce(withFault, this.#scene(world, occluders, second)));
    this.#lastPicture = picture;
    // Whoever awaits the frame sees the rejection; until then it must not end the process.
    picture.catch(() => undefined);
    return picture.then((jpeg) => ({ cameraId: this.camera.cameraId, capturedAt, sequence, jpeg, truth }));
  }

  #scene(world: World, occluders: Occluder[], second: number): Scene {
    const { pose, light, sensor, cameraId } = this.camera;
    return {
      fixture: this.#fixture,
      pose,
      contents: new Map(this.#fixture.slots.map(({ slotId }) => [slotId, world.shelf(slotId).columns])),
      light: lightAt(light, this.#seed, cameraId, second, this.#scenario),
      sensor,
      occluders,
      noiseSeed: `${this.#seed}/${cameraId}/${second}`,
    };
  }

  #truth(world: World, occluders: readonly Occluder[], faults: FrameTruth['faults']): FrameTruth {
    const facings = this.#fixture.slots.flatMap((slot) =>
      world.shelf(slot.slotId).columns.map((column, facing): TrueFacing => {
        const quad = facingQuad(this.#fixture, slot, facing, this.#project, this.#shop.picture);
        const hidden = hiddenShare(quad, occluders, this.#shop.picture);
        const seen = hidden <= STILL_SEEN ? (column[0]?.gtin ?? EMPTY) : null;
        return { slotId: slot.slotId, facing, label: hidden >= HIDDEN ? OCCLUDED : seen };
      }),
    );
    const slots = this.#fixture.slots.map(({ slotId }) => ({ slotId, ...world.shelf(slotId).condition() }));
    return { slots, facings, faults };
  }
}
