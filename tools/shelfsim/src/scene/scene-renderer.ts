import { type Canvas, createCanvas } from '@napi-rs/canvas';
import sharp from 'sharp';
import { random } from '../chance/random.js';
import type { SizeMm } from '../catalogue/product.js';
import type { SpriteCache } from '../packaging/sprite-cache.js';
import { cameraProjection, type CameraPose, type PictureSize, type Projection } from './camera.js';
import { develop } from './develop.js';
import { drawFixtureBack } from './draw-fixture-back.js';
import { drawFixtureFront } from './draw-fixture-front.js';
import { drawItems } from './draw-items.js';
import type { Fixture } from './fixture.js';
import type { Light, Sensor } from './light.js';
import { drawOccluder, type Occluder } from './occluder.js';
import type { ShelfContents } from './shelf-contents.js';

/** Everything that one picture shows. */
export interface Scene {
  fixture: Fixture;
  pose: CameraPose;
  contents: ShelfContents;
  light: Light;
  sensor: Sensor;
  occluders: readonly Occluder[];
  /** Decides the noise. */
  noiseSeed: string;
  /** Radius of a defect of focus in pixels; absent = sharp. */
  blurPx?: number;
  /** The camera sends its pictures smaller or larger by this factor; absent = 1. */
  scale?: number;
  /** Something right in front of the lens: a colour. */
  cover?: string;
}

interface Layers {
  key: string;
  project: Projection;
  back: Canvas;
  front: Canvas;
}

/** Draws pictures of one size. Not for concurrent calls of `render`: they share a canvas. */
export class SceneRenderer {
  readonly #picture: PictureSize;
  readonly #sprites: SpriteCache;
  readonly #sizeOf: (gtin: string) => SizeMm;
  readonly #canvas: Canvas;
  readonly #layers = new Map<string, Layers>();

  constructor(picture: PictureSize, sprites: SpriteCache, sizeOf: (gtin: string) => SizeMm) {
    this.#picture = picture;
    this.#sprites = sprites;
    this.#sizeOf = sizeOf;
    this.#canvas = createCanvas(picture.width, picture.height);
  }

  /** @returns JPEG bytes; the same scene gives the same bytes */
  async render(scene: Scene): Promise<Buffer> {
    const { width, height } = this.#picture;
    this.#draw(scene);
    const rgb = new Uint8ClampedArray(width * height * 3);
    develop(this.#canvas.data(), rgb, this.#picture, scene.light, scene.sensor, random('noise', scene.noiseSeed));
    const picture = sharp(Buffer.from(rgb.buffer), { raw: { width, height, channels: 3 } });
    const { scale } = scene;
    return (scale === undefined ? picture : picture.resize(Math.round(width * scale), Math.round(height * scale)))
      .jpeg({ quality: scene.sensor.jpegQuality })
      .toBuffer();
  }

  #draw(scene: Scene): void {
    const ctx = this.#canvas.getContext('2d');
    ctx.resetTransform();
    ctx.globalAlpha = 1;
    const layers = this.#layersOf(scene);
    ctx.drawImage(layers.back, 0, 0);
    drawItems(
      ctx,
      { fixture: scene.fixture, project: layers.project, sprites: this.#sprites, sizeOf: this.#sizeOf },
      scene.contents,
    );
    ctx.drawImage(layers.front, 0, 0);
    for (const occluder of scene.occluders) drawOccluder(ctx, occluder, this.#picture);
    this.#drawGlare(scene.light.glare);
    if (scene.blurPx !== undefined) this.#blur(scene.blurPx);
    if (scene.cover !== undefined) this.#cover(scene.cover);
  }

  #layersOf({ fixture, pose }: Scene): Layers {
    const key = JSON.stringify(pose);
    const known = this.#layers.get(fixture.fixtureId);
    if (known?.key === key) return known;
    const project = cameraProjection(pose, { width: fixture.widthMm, height: fixture.heightMm }, this.#picture);
    const layers = {
      key,
      project,
      back: drawFixtureBack(fixture, project, this.#picture),
      front: drawFixtureFront(fixture, project, this.#picture),
    };
    this.#layers.set(fixture.fixtureId, layers);
    return layers;
  }

  #drawGlare(glare: Light['glare']): void {
    if (glare === undefined) return;
    const ctx = this.#canvas.getContext('2d');
    const [x, y, radius] = [
      glare.x * this.#picture.width,
      glare.y * this.#picture.height,
      glare.radius * this.#picture.width,
    ];
    const gradient = ctx.createRadialGradient(x, y, 0, x, y, radius);
    gradient.addColorStop(0, `rgba(255,252,244,${glare.strength})`);
    gradient.addColorStop(1, 'rgba(255,252,244,0)');
    ctx.fillStyle = gradient;
    ctx.fillRect(x - radius, y - radius, radius * 2, radius * 2);
  }

  /** Down and up again: close enough to defocus, and quick. */
  #blur(radius: number): void {
    const { width, height } = this.#picture;
    const small = createCanvas(Math.max(8, Math.round(width / radius)), Math.max(8, Math.round(height / radius)));
    const ctx = small.getContext('2d');
    ctx.imageSmoothingQuality = 'medium';
    ctx.drawImage(this.#canvas, 0, 0, small.width, small.height);
    const target = this.#canvas.getContext('2d');
    target.imageSmoothingQuality = 'medium';
    target.drawImage(small, 0, 0, width, height);
  }

  #cover(colour: string): void {
    const { width, height } = this.#picture;
    const ctx = this.#canvas.getContext('2d');
    const gradient = ctx.createRadialGradient(
      width * 0.4,
      height * 0.5,
      width * 0.1,
      width * 0.5,
      height * 0.5,
      width * 0.8,
    );
    gradient.addColorStop(0, colour);
    gradient.addColorStop(1, 'rgba(16,14,14,.98)');
    ctx.fillStyle = gradient;
    ctx.fillRect(0, 0, width, height);
  }
}
