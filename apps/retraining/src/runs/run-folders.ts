import { type RunBody, runBody, type RunEpoch } from '@shelfwatch/contracts';
import { appendFile, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const RECORD = 'run.json';
const LOG = 'log.jsonl';
const EPOCHS = 'epochs.jsonl';

export interface LogLine {
  at: string;
  text: string;
}

/** Runs as folders, which outlive the service: the record, the log, the checkpoint and the model that comes out. */
export class RunFolders {
  constructor(private readonly root: string) {}

  workFolder = (runId: string): string => join(this.root, runId, 'work');
  modelFolder = (runId: string): string => join(this.root, runId, 'model');

  /** Writes beside and renames: a kill in between leaves the previous record. */
  async save(run: RunBody): Promise<void> {
    await mkdir(this.workFolder(run.runId), { recursive: true });
    const record = join(this.root, run.runId, RECORD);
    await writeFile(`${record}.part`, JSON.stringify(run, null, 2));
    await rename(`${record}.part`, record);
  }

  /** Every run whose record can be read, newest first. */
  async load(): Promise<RunBody[]> {
    await mkdir(this.root, { recursive: true });
    const folders = (await readdir(this.root, { withFileTypes: true })).filter((entry) => entry.isDirectory());
    const runs = await Promise.all(folders.map(({ name }) => this.read(name)));
    return runs.flatMap((run) => run ?? []).sort((a, b) => b.startedAt.localeCompare(a.startedAt));
  }

  async log(runId: string, text: string, at: Date): Promise<void> {
    const line: LogLine = { at: at.toISOString(), text };
    await appendFile(join(this.root, runId, LOG), `${JSON.stringify(line)}\n`);
  }

  /** The newest lines, oldest first. */
  async readLog(runId: string, newest: number): Promise<LogLine[]> {
    return (await this.readLines<LogLine>(runId, LOG)).slice(-newest);
  }

  async addEpoch(runId: string, epoch: RunEpoch): Promise<void> {
    await appendFile(join(this.root, runId, EPOCHS), `${JSON.stringify(epoch)}\n`);
  }

  /** In their order. An epoch that was begun again after a stop counts once, as it ended last. */
  async readEpochs(runId: string): Promise<RunEpoch[]> {
    const epochs = new Map<string, RunEpoch>();
    for (const epoch of await this.readLines<RunEpoch>(runId, EPOCHS))
      epochs.set(`${epoch.phase} ${epoch.epoch}`, epoch);
    return [...epochs.values()];
  }

  /** A line that a kill cut short is left out. */
  private async readLines<T>(runId: string, file: string): Promise<T[]> {
    const text = await readFile(join(this.root, runId, file), 'utf8').catch(() => '');
    const lines = text.split('\n').filter((line) => line.endsWith('}'));
    return lines.map((line) => JSON.parse(line) as T);
  }

  private async read(runId: string): Promise<RunBody | undefined> {
    const text = await readFile(join(this.root, runId, RECORD), 'utf8').catch(() => '{}');
    const parsed = runBody.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  }
}
