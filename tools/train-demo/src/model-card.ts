import type { ModelMetadata } from '@shelfwatch/vision/serving';
import type { TrainingResult } from '@shelfwatch/vision/training';
import { demoLabels } from './shoot-data-set.js';

export interface CardFacts {
  recipe: string;
  result: TrainingResult;
  counts: { train: number; validation: number; test: number };
  backend: string;
}

const percent = (value: number | undefined) => `${((value ?? 0) * 100).toFixed(2)} %`;

/** The model card: what the model is for, what it was trained on, how well it does, and where it must not be trusted. */
export function modelCard({ recipe, result, counts, backend }: CardFacts): (metadata: ModelMetadata) => string {
  const nameOf = (index: number) => demoLabels[index]!.name;
  const confusions = result.report.confusions.slice(0, 8);
  return ({ version, labels, architecture, metrics, temperature, unknownBelow, createdAt }) => `# ${version}

The recogniser of the demonstration shop: ${labels.length - 2} drawn products, \`empty\` and \`occluded\`.
MobileNetV2 ${architecture.width.toFixed(1)} at ${architecture.inputSize}×${architecture.inputSize}; input is one facing, cut out and straightened by \`libs/vision/src/preprocess\`.

- **For**: the simulated shop of \`tools/shelfsim\`, tests, and as a starting point for own models.
- **Not for**: real products. None of these exists; train on your own pictures.
- **Trained** on ${createdAt.slice(0, 10)} with \`npm run train:demo -- --recipe ${recipe}\` in ${(result.seconds / 60).toFixed(0)} minutes (${backend}, 2 cores shared with other work): ${counts.train} crops from
  pictures of random shelves, light, distance, depth and shoppers; none of a shop that the simulator plays.
- **Weights** descend from MobileNetV2 trained on ImageNet (Apache-2.0); ${recipe === 'full' ? 'all layers were fine-tuned here' : 'this interim model has only its classifier trained here'}. Stored as float16.

| on ${counts.test} unseen crops, other pictures and seeds | |
| --- | --- |
| top-1 | ${percent(metrics['top1'])} |
| macro-F1 | ${percent(metrics['macroF1'])} |
| expected calibration error, 15 bins | ${percent(metrics['expectedCalibrationError'])} (${percent(metrics['expectedCalibrationErrorUncalibrated'])} before temperature ${temperature.toFixed(2)}) |
| abstains below a confidence of | ${unknownBelow.toFixed(2)} |

${confusions.length === 0 ? 'No confusions on these crops.' : `Most frequent confusions:\n\n${confusions.map(({ actual, predicted, count }) => `- ${nameOf(actual)} taken for ${nameOf(predicted)}: ${count}`).join('\n')}`}

${
  result.history.length === 0
    ? ''
    : `| phase | epoch | loss | top-1 (validation) | macro-F1 | seconds |\n| --- | --- | --- | --- | --- | --- |\n${result.history
        .map(({ phase, epoch, loss, top1, macroF1, seconds }) =>
          [phase, epoch, loss.toFixed(3), percent(top1), percent(macroF1), seconds.toFixed(0)].join(' | '),
        )
        .map((row) => `| ${row} |`)
        .join('\n')}`
}
`;
}
