import { createRandom } from '../training/random.js';
import { abstentionThreshold, expectedCalibrationError, fitTemperature, negativeLogLikelihood } from './calibration.js';
import { softmaxRow } from './softmax.js';

const classes = 4;

/** Labels drawn from the probabilities that the logits state, so the logits are calibrated; `sharpness` then overstates them. */
function drawn(count: number, sharpness: number) {
  const random = createRandom(7);
  const logits = Float32Array.from({ length: count * classes }, () => random.normal() * 2);
  const labels = Array.from({ length: count }, (_, row) => {
    let left = random.next();
    const label = softmaxRow(logits, row, classes).findIndex((probability) => (left -= probability) < 0);
    return label < 0 ? classes - 1 : label;
  });
  return { logits: logits.map((value) => value * sharpness), labels };
}

describe('Calibration', () => {
  it('When logits are three times too sure, then the fitted temperature is close to 3', () => {
    const { logits, labels } = drawn(4_000, 3);
    expect(fitTemperature(logits, labels, classes)).toBeGreaterThan(2.7);
    expect(fitTemperature(logits, labels, classes)).toBeLessThan(3.3);
  });

  it('When a handful of labels are all right, then that alone does not make the model certain of everything', () => {
    const logits = Float32Array.from({ length: 8 * classes }, (_, index) => (index % classes === 0 ? 4 : 0));
    const temperature = fitTemperature(logits, new Array<number>(8).fill(0), classes);
    expect(temperature).toBeGreaterThan(0.5);
    expect(temperature).toBeLessThan(1);
  });

  it('When the fitted temperature is applied, then calibration error and log-likelihood improve', () => {
    const { logits, labels } = drawn(4_000, 3);
    const temperature = fitTemperature(logits, labels, classes);
    expect(expectedCalibrationError(logits, labels, classes)).toBeGreaterThan(0.1);
    expect(expectedCalibrationError(logits, labels, classes, { temperature })).toBeLessThan(0.03);
    expect(negativeLogLikelihood(logits, labels, classes, temperature)).toBeLessThan(
      negativeLogLikelihood(logits, labels, classes, 1),
    );
  });

  it('When every answer is sure and half are wrong, then the calibration error is one half', () => {
    const logits = Float32Array.from([50, 0, 0, 0, 50, 0, 0, 0]);
    expect(expectedCalibrationError(logits, [0, 1], classes)).toBeCloseTo(0.5, 5);
  });

  it('When one right answer in ten may be lost, then a tenth of right answers lies under the threshold', () => {
    const { logits, labels } = drawn(4_000, 1);
    const threshold = abstentionThreshold(logits, labels, classes, { temperature: 1, share: 0.1 });
    const right = labels
      .map((label, row) => softmaxRow(logits, row, classes)[label]!)
      .filter((probability) => probability > 0.5);
    expect(right.filter((probability) => probability < threshold).length / right.length).toBeLessThan(0.1);
    expect(threshold).toBeGreaterThan(0.25);
  });

  it('When there is nothing to fit, then the temperature is 1', () => {
    expect(fitTemperature(new Float32Array(), [], classes)).toBe(1);
  });
});
