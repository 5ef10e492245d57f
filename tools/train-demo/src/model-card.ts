import { confusions, figures, history, type WriteModelCard } from '@shelfwatch/vision/training';
import type { Recipe } from './demo-options.js';

/** The model card: what the model is for, what it was trained on, how well it does, and where it must not be trusted. */
export const demoModelCard =
  (recipe: Recipe): WriteModelCard =>
  (facts) =>
  ({ version, labels, architecture, createdAt }) => `# ${version}

The recogniser of the demonstration shop: ${labels.length - 2} drawn products, \`empty\` and \`occluded\`.
MobileNetV2 ${architecture.width.toFixed(1)} at ${architecture.inputSize}×${architecture.inputSize}; the input is one facing, cut out and straightened by \`libs/vision/src/preprocess\`.

- **For**: the simulated shop of \`tools/shelfsim\`, tests, and as a starting point for your own models.
- **Not for**: real products. None of these exists; train on your own pictures.
- **Trained** on ${createdAt.slice(0, 10)} with \`npm run train:demo -- --recipe ${recipe}\` in ${(facts.result.seconds / 60).toFixed(0)} minutes (${facts.backend}, 2 cores shared with other work) on
  ${facts.counts.train} crops from pictures of random shelves, light, distance, depth and shoppers; none from a shop that the simulator plays.
- **Weights** descend from MobileNetV2 trained on ImageNet (Apache-2.0); ${recipe === 'full' ? 'all layers were fine-tuned here' : 'only the classifier was trained here'}. Stored as float16.
- **Known limits**: a facing that is hidden by 20 to 50 % was neither shown nor tested; products outside the catalogue are recognised as unknown only by low confidence.

${figures(facts)}

${confusions(facts)}

${history(facts)}`;
