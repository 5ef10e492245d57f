import { backboneOfName } from '../backbone/backbones.js';
import type { ModelMetadata } from '../model-folder/model-metadata.js';
import type { CardFacts } from './run-training-job.js';

const percent = (value: number | undefined) => `${((value ?? 0) * 100).toFixed(2)} %`;

/** A model card of facts alone: what was trained on what, how well it does, what it confuses. */
export function plainModelCard(facts: CardFacts): (metadata: ModelMetadata) => string {
  return ({ version, architecture, createdAt }) =>
    [
      `# ${version}`,
      `${backboneOfName(architecture.backbone).title} ${architecture.width.toFixed(2)} at ${architecture.inputSize}×${architecture.inputSize}, ${facts.labels.length} classes. Trained on ${createdAt.slice(0, 10)} in ${(facts.result.seconds / 60).toFixed(0)} minutes on ${facts.backend} from ${facts.counts.train} crops.`,
      figures(facts),
      confusions(facts),
      history(facts),
    ].join('\n\n');
}

/** The table of figures on the test side. */
export function figures({ result, counts }: CardFacts): string {
  const { metrics, temperature, unknownBelow } = result;
  const calibration = percent(metrics['expectedCalibrationError']);
  const before = percent(metrics['expectedCalibrationErrorUncalibrated']);
  return table(
    [`on ${counts.test || counts.validation} crops that were not trained on`, ''],
    ['top-1', percent(metrics['top1'])],
    ['macro-F1', percent(metrics['macroF1'])],
    ['expected calibration error, 15 bins', `${calibration} (${before} before temperature ${temperature.toFixed(2)})`],
    ['abstains below a confidence of', unknownBelow.toFixed(2)],
  );
}

export function confusions({ result, labels }: CardFacts): string {
  const worst = result.report.confusions.slice(0, 8);
  if (worst.length === 0) return 'No product was taken for another one on these crops.';
  const nameOf = (index: number) => labels[index]!.name;
  const lines = worst.map(
    ({ actual, predicted, count }) => `- ${nameOf(actual)} taken for ${nameOf(predicted)}: ${count}`,
  );
  return ['Most frequent confusions:', '', ...lines].join('\n');
}

export function history({ result }: CardFacts): string {
  if (result.history.length === 0) return 'Only the classifier was trained; the layers below were frozen.\n';
  const rows = result.history.map(({ phase, epoch, loss, top1, macroF1, seconds }) => [
    ...[phase, String(epoch), loss.toFixed(3)],
    ...[percent(top1), percent(macroF1), seconds.toFixed(0)],
  ]);
  return `${table(['phase', 'epoch', 'loss', 'top-1 (validation)', 'macro-F1 (validation)', 'seconds'], ...rows)}\n`;
}

function table(head: string[], ...rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
