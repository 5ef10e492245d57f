type Rgb = readonly [number, number, number];

const parse = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;

const print = (rgb: readonly number[]): string =>
  `#${rgb
    .map((value) =>
      Math.round(Math.min(255, Math.max(0, value)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** @param share 0 gives the first colour, 1 the second; both `#rrggbb` */
export function mix(from: string, to: string, share: number): string {
  const second = parse(to);
  return print(parse(from).map((value, index) => value + ((second[index] ?? 0) - value) * share));
}

export const lighter = (colour: string, share: number): string => mix(colour, '#ffffff', share);
export const darker = (colour: string, share: number): string => mix(colour, '#000000', share);

/** Perceived brightness, 0..1. */
export function brightness(colour: string): number {
  const [red, green, blue] = parse(colour);
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}

/** Black-brown or white, whichever can be read on the ground. */
export const readableOn = (ground: string): string => (brightness(ground) > 0.6 ? '#2a1d14' : '#ffffff');
