import { random, type Random } from '../chance/random.js';
import type { PictureSize } from './camera.js';
import type { Light, Sensor } from './light.js';

const NOISE_LENGTH = 1 << 16;
const NOISE: Int16Array = (() => {
  const chance = random('sensor noise');
  // Sixteenths of a grey level at a standard deviation of one.
  return Int16Array.from({ length: NOISE_LENGTH }, () => Math.round(chance.normal() * 16));
})();

const SCALE = 1024;

function gains(length: number, slope: number, vignette: number): Float32Array {
  return Float32Array.from({ length }, (_, index) => {
    const at = index / (length - 1) - 0.5;
    return (1 + slope * at) * (1 - vignette * 2 * at * at);
  });
}

/** Tone curve of one channel: exposure and a soft shoulder, so that highlights do not clip at once. */
function toneCurve(gain: number): Int32Array {
  return Int32Array.from({ length: 256 }, (_, value) => {
    const exposed = (value / 255) * gain;
    const rolled = exposed < 0.8 ? exposed : 0.8 + 0.2 * (1 - Math.exp(-(exposed - 0.8) / 0.2));
    return Math.round(rolled * 255 * SCALE);
  });
}

/**
 * Turns the evenly lit drawing into what a sensor records.
 *
 * @param rgba four bytes a pixel
 * @param rgb receives three bytes a pixel
 */
export function develop(
  rgba: Uint8Array,
  rgb: Uint8ClampedArray,
  picture: PictureSize,
  light: Light,
  sensor: Sensor,
  chance: Random,
): void {
  const { width, height } = picture;
  const red = toneCurve(light.exposure * (1 + 0.1 * light.warmth));
  const green = toneCurve(light.exposure);
  const blue = toneCurve(light.exposure * (1 - 0.14 * light.warmth));
  const across = gains(width, light.slopeX, light.vignette);
  const downwards = gains(height, light.slopeY, light.vignette);
  const noiseGain = (sensor.noise * SCALE) / 16;
  let from = 0;
  let to = 0;
  for (let y = 0; y < height; y += 1) {
    const rowGain = downwards[y] ?? 1;
    let noiseAt = chance.whole(0, NOISE_LENGTH - 1);
    for (let x = 0; x < width; x += 1) {
      const gain = rowGain * (across[x] as number);
      noiseAt = (noiseAt + 1) & (NOISE_LENGTH - 1);
      const luma = (NOISE[noiseAt] as number) * noiseGain;
      const chroma = (NOISE[(noiseAt * 7 + 13) & (NOISE_LENGTH - 1)] as number) * noiseGain * 0.5;
      rgb[to] = ((red[rgba[from] as number] as number) * gain + luma + chroma) / SCALE;
      rgb[to + 1] = ((green[rgba[from + 1] as number] as number) * gain + luma) / SCALE;
      rgb[to + 2] = ((blue[rgba[from + 2] as number] as number) * gain + luma - chroma) / SCALE;
      from += 4;
      to += 3;
    }
  }
}
