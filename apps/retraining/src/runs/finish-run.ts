import type { RunBody } from '@shelfwatch/contracts';
import { ProblemException } from '@shelfwatch/platform';
import type { CompareModels } from '../registry/compare-models.js';
import type { ModelStore } from '../registry/model-store.js';
import type { RegisterModel } from '../registry/register-model.js';
import type { RunFolders } from './run-folders.js';

/** Takes a trained model into the store and the registry, and asks the gate, so that its answer is there when somebody looks. */
export class FinishRun {
  constructor(
    private readonly store: ModelStore,
    private readonly registry: RegisterModel,
    private readonly compare: CompareModels,
    private readonly folders: RunFolders,
  ) {}

  /** @returns a line for the log */
  async finish(
    { runId, request, startedBy, parentVersion }: RunBody,
    onPicture: (done: number, total: number) => void,
  ): Promise<string> {
    const model = await this.store.add(this.folders.modelFolder(runId));
    const { version } = model.metadata;
    await this.registry.register(model, {
      ...{ by: startedBy, reason: `trained by run ${runId}`, dataSetVersionId: request.dataSetVersionId, runId },
      parentVersion: parentVersion ?? undefined,
    });
    try {
      const { passed, against, checks } = await this.compare.gate(version, undefined, onPicture);
      const reasons = checks.map(({ reason }) => reason).join(' ');
      return `${version} ${passed ? 'passes' : 'does not pass'} the gate against ${against ?? 'nothing'}: ${reasons}`;
    } catch (error) {
      // The model is there; the gate can be asked again.
      if (error instanceof ProblemException) return `${version} could not be compared: ${error.message}`;
      throw error;
    }
  }
}
