import { random } from '../chance/random.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Light } from '../scene/light.js';

const HOUR = 3600;

/** The light of a camera at a time of the day: slow changes of strength, colour and direction, and scripted dimming. */
export function lightAt(
  light: Light,
  seed: string | number,
  cameraId: string,
  second: number,
  scenario: Scenario,
): Light {
  const phase = random(seed, 'daylight', cameraId).between(0, 2 * Math.PI);
  const slow = Math.sin((2 * Math.PI * second) / (9 * HOUR) + phase);
  const quick = Math.sin((2 * Math.PI * second) / (1.3 * HOUR) + 2 * phase);
  const minute = second / 60;
  const dimming = scenario.dimming.find(
    ({ fromMinute, forMinutes }) => minute >= fromMinute && minute < fromMinute + forMinutes,
  );
  return {
    ...light,
    exposure: light.exposure * (1 + 0.07 * slow + 0.025 * quick) * (dimming?.exposure ?? 1),
    warmth: light.warmth + 0.25 * slow,
    slopeX: light.slopeX + 0.06 * quick,
    ...(light.glare === undefined ? {} : { glare: { ...light.glare, x: light.glare.x + 0.06 * slow } }),
  };
}
