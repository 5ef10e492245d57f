import type { GateReport } from '@shelfwatch/contracts';
import { operand } from '../cli/options.js';
import { percent, table } from '../cli/output.js';
import type { Command } from './command.js';

export const listModels: Command = async ({ client, output }) => {
  const registry = await client.registry();
  const rows = registry.models.map(({ version, state, classes, createdAt, metrics }) => [
    ...[version, state, `${classes} classes`, `top-1 ${percent(metrics['top1'] ?? 0)}`, createdAt.slice(0, 10)],
  ]);
  output.result(registry, [
    ...table(rows),
    ...registry.unusable.map(({ folder, reason }) => `! ${folder}: ${reason}`),
    ...(registry.inferenceAnswers ? [] : ['! Inference does not answer; nothing can be promoted.']),
  ]);
};

export const showModel: Command = async ({ client, output, line }) => {
  const model = await client.model(operand(line, 0, 'the version of a model'));
  const { evaluation } = model;
  const worst = [...(evaluation?.classes ?? [])]
    .filter(({ support }) => support > 0)
    .sort((a, b) => a.recall - b.recall);
  output.result(model, [
    `${model.version}, ${model.state}, ${model.classes} classes, by ${model.createdBy} on ${model.createdAt.slice(0, 10)}`,
    ...(evaluation === null
      ? ['It came without an evaluation.']
      : [
          `top-1 ${percent(evaluation.top1)}, macro-F1 ${percent(evaluation.macroF1)}, calibration error ${evaluation.calibration.eceAfter.toFixed(4)} on ${evaluation.items} pictures`,
          ...worst.slice(0, 5).map(({ name, recall, support }) => `  ${name}: ${percent(recall)} of ${support}`),
          ...evaluation.confusions
            .slice(0, 5)
            .map(({ actual, predicted, count }) => `  ${actual} taken for ${predicted}: ${count}`),
        ]),
    ...model.history.map(
      ({ state, from, by, reason }) => `${from.slice(0, 16).replace('T', ' ')} ${state} by ${by}: ${reason}`,
    ),
  ]);
};

export const showGate: Command = async ({ client, output, line }) => {
  const gate = await client.gate(operand(line, 0, 'the version of a model'), line.values.against);
  output.result(gate, gateLines(gate));
};

export const promote: Command = async ({ client, output, line }) => {
  const { shadow, override } = line.values;
  const model = await client.promote(operand(line, 0, 'the version of a model'), {
    to: shadow ? 'shadow' : 'live',
    ...(override === undefined ? {} : { override: { reason: override } }),
  });
  output.result(model, [`${model.version} is ${model.state}.`]);
};

export const rollBack: Command = async ({ client, output, line }) => {
  const registry = await client.rollBack(operand(line, 0, 'a reason'));
  output.result(registry, [`${registry.models.find(({ state }) => state === 'live')?.version} is live again.`]);
};

export const gateLines = ({ against, passed, checks }: GateReport): string[] => [
  `The gate against ${against ?? 'nothing'} ${passed ? 'passes' : 'does not pass'}:`,
  ...checks.map((check) => `  ${check.passed ? '✓' : '✖'} ${check.reason}`),
];
