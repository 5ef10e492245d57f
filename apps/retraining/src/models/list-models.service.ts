import type { ModelList, ModelSummary } from '@shelfwatch/contracts';
import { type ModelMetadata, readModelMetadata, VisionError } from '@shelfwatch/vision/serving';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { InferenceClient } from './inference.client.js';

/** The models that are there, and which of them is live. */
export class ListModels {
  constructor(
    private readonly modelsDir: string,
    private readonly inference: InferenceClient,
  ) {}

  async list(): Promise<ModelList> {
    const found = await Promise.all((await foldersIn(this.modelsDir)).map((folder) => this.read(folder)));
    return {
      models: found.flatMap((each) => ('version' in each ? [each] : [])),
      unusable: found.flatMap((each) => ('reason' in each ? [each] : [])),
    };
  }

  private async read(folder: string): Promise<ModelSummary | ModelList['unusable'][number]> {
    try {
      const metadata = await readModelMetadata(join(this.modelsDir, folder));
      const versions = await this.inference.liveVersions(metadata.name);
      return toSummary(folder, metadata, versions?.includes(metadata.version) ?? null);
    } catch (error) {
      if (error instanceof VisionError) return { folder, reason: error.message };
      throw error;
    }
  }
}

const toSummary = (folder: string, metadata: ModelMetadata, live: boolean | null): ModelSummary => {
  const { name, version, createdAt, labels, architecture, metrics, dataSetHash, codeVersion } = metadata;
  const { inputSize } = architecture;
  return {
    folder,
    name,
    version,
    createdAt,
    classes: labels.length,
    inputSize,
    metrics,
    dataSetHash,
    codeVersion,
    live,
  };
};

async function foldersIn(parent: string): Promise<string[]> {
  try {
    const entries = await readdir(parent, { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isDirectory() && !entry.name.startsWith('.') ? [entry.name] : [])).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
