import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../cli/start.errors.js';

/** Looks for the model folder; the inference service checks its contents. @throws StartError `model-missing` */
export async function checkModelIsThere(modelDir: string): Promise<void> {
  for (const file of ['metadata.json', 'model.onnx', 'weights.json']) {
    await access(join(modelDir, file)).catch(() => {
      throw new StartError(
        'model-missing',
        `The model's file ${join(modelDir, file)} is missing. Get it back with: git checkout -- ${modelDir}   or train it anew: npm run train:demo`,
      );
    });
  }
}
