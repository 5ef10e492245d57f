import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '@shelfwatch/embedded-postgres';
import { ServiceProcess, Teardown } from '@shelfwatch/start';
import type { ModelMetadata } from '@shelfwatch/vision/serving';

const script = resolve(import.meta.dirname, '..', '..', '..', '..', 'apps', 'inference', 'dist', 'main.js');

/** The inference service as it runs in a shop: a process of its own, with its defaults, and two versions of one model to serve. */
export class InferenceService {
  /** Folders of the two versions, by name, for {@link serve}. */
  static readonly versions = ['first', 'second'] as const;

  private constructor(
    private readonly url: string,
    readonly inferUrl: string,
    private readonly teardown: Teardown,
  ) {}

  /** @param modelDir the model of both versions: what differs is the version's name */
  static async start(modelDir: string, progress: (line: string) => void): Promise<InferenceService> {
    progress('starting the inference service');
    const teardown = new Teardown();
    try {
      const folder = await mkdtemp(join(tmpdir(), 'shelfwatch-bench-'));
      teardown.add('folder', () => rm(folder, { recursive: true, force: true }));
      const name = await writeVersions(modelDir, folder);
      const url = `http://127.0.0.1:${await freePort()}`;
      const env = {
        NODE_ENV: 'production',
        INFERENCE_PORT: new URL(url).port,
        MODEL_DIR: modelDir,
        MODELS_DIR: folder,
      };
      const service = new ServiceProcess(
        { name: 'inference', script, env, readyUrl: `${url}/v2/health/ready` },
        folder,
        progress,
      );
      teardown.add('inference', () => service.stop());
      await service.start();
      return new InferenceService(url, `${url}/v2/models/${name}/infer`, teardown);
    } catch (error) {
      await teardown.run();
      throw error;
    }
  }

  /** Changes over to another version. @throws Error when the service refuses */
  async serve(folder: string): Promise<void> {
    const answer = await fetch(`${this.url}/v1/serving`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ live: { folder } }),
    });
    if (!answer.ok) throw new Error(`The service does not serve "${folder}": ${await answer.text()}`);
  }

  /** Seconds of processor time that the service has used since its start. */
  async processorSeconds(): Promise<number> {
    const text = await (await fetch(`${this.url}/metrics`)).text();
    const seconds = /^process_cpu_seconds_total\{[^}]*\} ([\d.e+-]+)/m.exec(text)?.[1];
    if (seconds === undefined) throw new Error('/metrics of the service lacks process_cpu_seconds_total.');
    return Number(seconds);
  }

  stop(): Promise<void> {
    return this.teardown.run();
  }
}

/** @returns the name of the model, which both versions share */
async function writeVersions(modelDir: string, folder: string): Promise<string> {
  const metadata = JSON.parse(await readFile(join(modelDir, 'metadata.json'), 'utf8')) as ModelMetadata;
  for (const version of InferenceService.versions) {
    await cp(modelDir, join(folder, version), { recursive: true });
    const named = { ...metadata, version: `${metadata.version}-${version}` };
    await writeFile(join(folder, version, 'metadata.json'), JSON.stringify(named));
  }
  return metadata.name;
}
