import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { random } from '../chance/random.js';
import { darker, lighter } from '../packaging/colour.js';
import { type Pen, penOn } from '../packaging/pen.js';

/** What may stand between a camera and the shelf. */
export const FIGURE_KINDS = ['shopper', 'cart', 'arm'] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

/** A drawn figure, out of focus, and how opaque it is where. */
export interface Figure {
  sprite: Canvas;
  /** Opacity 0..1 at a place given in fractions of the sprite. */
  opacityAt(u: number, v: number): number;
}

const COATS = [
  '#2b3a55',
  '#5a2a2e',
  '#3f5a40',
  '#24262b',
  '#7d6a4f',
  '#8f2f3f',
  '#4b6d8c',
  '#c2b49a',
  '#6b4f7d',
  '#d9d4cb',
] as const;
const HAIR = ['#2a1c14', '#5b3a1f', '#a9783f', '#1a1a1c', '#8d8a86', '#6e2f1c'] as const;
const SKIN = ['#f0c9a6', '#d9a47c', '#a8714a', '#6f4629'] as const;
export const FIGURE_LOOKS = 10;

const BLUR_PX = 6;

/** A person seen from behind, cut off at the hips; 640 × 1280. */
function drawShopper(pen: Pen, look: number): void {
  const chance = random('figure', look);
  const coat = COATS[look % COATS.length] ?? '#333333';
  const [hair, skin] = [chance.pick(HAIR), chance.pick(SKIN)];
  const body = pen.ctx.createLinearGradient(60, 0, 580, 0);
  body.addColorStop(0, darker(coat, 0.5));
  body.addColorStop(0.35, lighter(coat, 0.12));
  body.addColorStop(1, darker(coat, 0.45));
  pen.block(278, 200, 84, 130, darker(skin, 0.2), 30);
  pen.ctx.fillStyle = body;
  pen.ctx.beginPath();
  pen.ctx.moveTo(250, 285);
  pen.ctx.bezierCurveTo(120, 310, 75, 360, 60, 520);
  pen.ctx.bezierCurveTo(40, 760, 55, 960, 70, 1270);
  pen.ctx.lineTo(570, 1270);
  pen.ctx.bezierCurveTo(585, 960, 600, 760, 580, 520);
  pen.ctx.bezierCurveTo(565, 360, 520, 310, 390, 285);
  pen.ctx.closePath();
  pen.ctx.fill();
  pen.line('M150 520Q140 800 155 1200M490 520Q500 800 485 1200', darker(coat, 0.55), 12);
  pen.line('M250 300Q320 345 390 300', darker(coat, 0.4), 18);
  pen.oval(320, 150, 98, 120, skin);
  pen.oval(320, 128, 106, 116, hair);
  if (chance.chance(0.5)) pen.shape('M216 130Q205 330 250 370H390Q435 330 424 130Z', hair);
}

/** A trolley full of things, from the side; 640 × 640. */
function drawCart(pen: Pen, look: number): void {
  const chance = random('cart', look);
  for (let i = 0; i < 14; i += 1)
    pen.block(90 + ((i * 67) % 420), 90 + chance.whole(0, 70), chance.whole(70, 130), 240, chance.pick(COATS), 14);
  pen.shape('M40 150H600L540 440H110Z', 'rgba(120,126,134,.6)');
  for (let i = 0; i <= 10; i += 1) pen.line(`M${45 + i * 55} 150L${112 + i * 42} 440`, '#c9ced4', 7);
  for (let i = 0; i <= 5; i += 1) pen.line(`M${40 + i * 13} ${150 + i * 58}H${600 - i * 11}`, '#b9bec4', 7);
  pen.line('M20 110L40 150M110 440L130 560H540', '#8d9298', 18);
  pen.block(0, 90, 60, 30, '#c22f2f', 14);
  pen.disc(160, 595, 34, '#1d1d20');
  pen.disc(520, 595, 34, '#1d1d20');
}

/** A forearm reaching in from below; 360 × 900. */
function drawArm(pen: Pen, look: number): void {
  const chance = random('arm', look);
  const skin = chance.pick(SKIN);
  const sleeve = COATS[(look * 3 + 1) % COATS.length] ?? '#333333';
  pen.shape('M120 330L95 890H305L260 330Z', sleeve);
  pen.shape('M230 330L250 890H305L260 330Z', darker(sleeve, 0.35));
  pen.shape('M130 345Q120 230 140 180L250 180Q268 240 252 345Z', skin);
  pen.oval(192, 170, 72, 82, skin);
  for (const x of [142, 176, 210, 243]) pen.block(x - 17, 45 + Math.abs(x - 192) * 0.4, 34, 130, skin, 16);
  pen.at(262, 190, 1, 0.5, () => pen.block(-15, -75, 32, 110, darker(skin, 0.08), 16));
}

const SIZES = { shopper: [640, 1280], cart: [640, 640], arm: [360, 900] } as const;
const DRAWINGS = { shopper: drawShopper, cart: drawCart, arm: drawArm } as const;

const drawn = new Map<string, Figure>();

/** @param look 0 ≤ look < {@link FIGURE_LOOKS} */
export function figure(kind: FigureKind, look: number): Figure {
  const key = `${kind}/${look}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const [width, height] = SIZES[kind];
  const sharp = createCanvas(width, height);
  DRAWINGS[kind](penOn(sharp.getContext('2d')), look);
  const sprite = createCanvas(width, height);
  const ctx = sprite.getContext('2d');
  ctx.filter = `blur(${BLUR_PX}px)`;
  ctx.drawImage(sharp, 0, 0);
  const made = { sprite, opacityAt: opacityMap(sprite) };
  drawn.set(key, made);
  return made;
}

/** Opacity on a coarse grid: enough to tell how much of a facing is hidden. */
function opacityMap(sprite: Canvas): Figure['opacityAt'] {
  const [columns, rows] = [Math.ceil(sprite.width / 8), Math.ceil(sprite.height / 8)];
  const small = createCanvas(columns, rows);
  small.getContext('2d').drawImage(sprite, 0, 0, columns, rows);
  const { data } = small.getContext('2d').getImageData(0, 0, columns, rows);
  return (u, v) => {
    if (u < 0 || v < 0 || u >= 1 || v >= 1) return 0;
    return (data[(Math.floor(v * rows) * columns + Math.floor(u * columns)) * 4 + 3] ?? 0) / 255;
  };
}
