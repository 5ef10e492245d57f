import type { CropDataSet } from '../dataset/crop-data-set.js';
import { readInputs } from '../dataset/read-inputs.js';
import { openEngine } from '../engines/open-engine.js';
import type { ModelMetadata } from '../model-folder/model-metadata.js';
import { highestOf } from './softmax.js';

/** What a model says of one crop, as it would say it when served. */
export interface JudgedCrop {
  /** In the data set. */
  index: number;
  /** Label of what it shows; undefined for a stranger. */
  actual: string | undefined;
  /** Label that the model finds likeliest, whether it would abstain or not. */
  answer: string;
  /** Calibrated probability of the answer, 0..1. */
  confidence: number;
}

const AT_ONCE = 16;

/**
 * Asks a model about crops of a data set, which may have other classes than the model. The model computes on threads of its own.
 *
 * @throws {ModelFolderError} when the folder is broken, {EngineUnavailableError} when nothing here can compute it
 */
export async function judgeModelFolder(
  modelFolder: string,
  dataSet: CropDataSet,
  indexes: readonly number[],
  options: { onCrops?: (done: number, total: number) => void; signal?: AbortSignal } = {},
): Promise<{ metadata: ModelMetadata; judged: JudgedCrop[] }> {
  const { engine, metadata } = await openEngine('auto', modelFolder);
  try {
    const { labels, architecture } = metadata;
    const judged: JudgedCrop[] = [];
    for (let at = 0; at < indexes.length; at += AT_ONCE) {
      options.signal?.throwIfAborted();
      const batch = indexes.slice(at, at + AT_ONCE);
      const probabilities = await engine.classify(readInputs(dataSet, batch, architecture.inputSize), batch.length);
      batch.forEach((index, row) => {
        const best = highestOf(probabilities, row, labels.length);
        judged.push({
          ...{ index, actual: dataSet.labels[dataSet.items[index]!.label]?.label, answer: labels[best]!.label },
          confidence: probabilities[row * labels.length + best]!,
        });
      });
      options.onCrops?.(judged.length, indexes.length);
    }
    return { metadata, judged };
  } finally {
    await engine.dispose();
  }
}
