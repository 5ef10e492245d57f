import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { sha256Of } from './file-digest.js';
import { ModelFolderError } from './model-folder.errors.js';
import { METADATA_FILE, type ModelMetadata, modelMetadata } from './model-metadata.js';

const ADVICE = 'Restore the folder from where it came, or train the model anew.';

/**
 * Reads and checks `metadata.json`.
 *
 * @throws {ModelFolderError} when it is missing or does not follow the schema
 */
export async function readModelMetadata(folder: string): Promise<ModelMetadata> {
  const path = join(folder, METADATA_FILE);
  const text = (await readModelFile(folder, METADATA_FILE)).toString('utf8');
  const result = modelMetadata.safeParse(parseJson(text));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = issue?.path.length ? `${z.core.toDotPath(issue.path)}: ` : '';
  throw new ModelFolderError(
    'MODEL_METADATA_INVALID',
    folder,
    `${path} does not describe a model (${where}${issue?.message ?? 'unreadable'}). ${ADVICE}`,
  );
}

/**
 * Reads a file that the metadata lists, and compares its checksum.
 *
 * @throws {ModelFolderError} when it is missing, not listed, or not the file that was written with this metadata
 */
export async function readListedFile(folder: string, metadata: ModelMetadata, file: string): Promise<Buffer> {
  const expected = metadata.files[file];
  const path = join(folder, file);
  if (expected === undefined) {
    throw new ModelFolderError(
      'MODEL_FILE_MISSING',
      folder,
      `${METADATA_FILE} in ${folder} lists no ${file}. ${ADVICE}`,
    );
  }
  const bytes = await readModelFile(folder, file);
  if (sha256Of(bytes) === expected.sha256) return bytes;
  const size = bytes.length === expected.bytes ? 'same size' : `${bytes.length} bytes instead of ${expected.bytes}`;
  throw new ModelFolderError('MODEL_FILE_CORRUPT', folder, `${path} does not match its checksum (${size}). ${ADVICE}`);
}

async function readModelFile(folder: string, file: string): Promise<Buffer> {
  try {
    return await readFile(join(folder, file));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const reason = missing
      ? 'is missing'
      : `cannot be read (${error instanceof Error ? error.message : String(error)})`;
    throw new ModelFolderError('MODEL_FILE_MISSING', folder, `${join(folder, file)} ${reason}. ${ADVICE}`, {
      cause: error,
    });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
