import { randomUUID } from 'node:crypto';
import type { Database, TrainingSampleEntity } from '@shelfwatch/persistence';
import { parsePictureId, type PictureStore } from '@shelfwatch/pictures';
import { classLabelOf } from '../samples/class-label-of.js';
import type { ImportTally } from './import-tally.js';
import { NearDuplicates } from './near-duplicates.js';
import { type PictureSource, type SourceFile, SourceFileRefused } from './picture-source.js';
import { pictureIdOfSample, readPicture, type ReadPicture } from './read-picture.js';

export interface ImportTask {
  dataSet: string;
  golden: boolean;
  minSide: number;
  addedBy: string;
  /** Hears how many files are done, now and then. */
  onProgress: (done: number) => Promise<void>;
  signal: AbortSignal;
}

const REPORT_EVERY = 50;

interface Known {
  name: string;
  group: string;
}

/** Makes samples of a source's pictures. What cannot become one is counted with its reason; doing it again changes nothing. */
export class ImportPictures {
  constructor(
    private readonly database: Database,
    private readonly pictures: PictureStore,
  ) {}

  /** @throws PersistenceError, PictureStoreError, or the signal's reason when it is stopped */
  async run(source: PictureSource, task: ImportTask, tally: ImportTally): Promise<void> {
    for (const path of source.unsafe) tally.refuse('unsafe-path', { path });
    const seen = await this.seenBefore(task.dataSet);
    let done = 0;
    for await (const file of source.files()) {
      task.signal.throwIfAborted();
      await this.take(file, task, seen, tally);
      done += 1;
      if (done % REPORT_EVERY === 0) await task.onProgress(done);
    }
    await task.onProgress(done);
  }

  private async seenBefore(dataSet: string): Promise<NearDuplicates<Known>> {
    const seen = new NearDuplicates<Known>();
    for (const { perceptualHash, name, groupKey } of await this.database.unit.samples.perceptualHashes(dataSet))
      seen.add(perceptualHash, { name, group: groupKey });
    return seen;
  }

  private async take(
    file: SourceFile,
    task: ImportTask,
    seen: NearDuplicates<Known>,
    tally: ImportTally,
  ): Promise<void> {
    const { className } = file;
    if (className === undefined) return tally.refuse('no-class', file);
    let bytes: Buffer;
    try {
      bytes = await file.read();
    } catch (error) {
      if (error instanceof SourceFileRefused) return tally.refuse(error.reason, file, error.message);
      throw error;
    }
    const picture = await readPicture(bytes, task.minSide);
    if (typeof picture === 'string') return tally.refuse(picture, file);
    await this.keep(file, className, bytes, picture, task, seen, tally);
  }

  private async keep(
    file: SourceFile,
    className: string,
    bytes: Buffer,
    picture: ReadPicture,
    { dataSet, golden, addedBy }: ImportTask,
    seen: NearDuplicates<Known>,
    tally: ImportTally,
  ): Promise<void> {
    const label = classLabelOf(className);
    const { sha256, perceptualHash, luma, type } = picture;
    const pictureId = parsePictureId(pictureIdOfSample(picture, bytes))!;
    const own = file.group ?? `picture:${sha256.slice(0, 16)}`;
    const near = seen.add(perceptualHash, { name: file.path, group: own });
    // What nearly repeats a picture must be on its side of every split.
    const groupKey = near?.like.group ?? own;
    await this.pictures.put(bytes, type, sha256);
    const sample: TrainingSampleEntity = {
      ...{ sampleId: randomUUID(), dataSet, label, name: file.displayName ?? className },
      ...{ pictureId, sha256, perceptualHash, luma, groupKey, source: 'import', golden },
      ...{ cameraId: null, capturedAt: null, addedAt: new Date(), addedBy },
    };
    if ((await this.database.unit.samples.add([sample])) === 0) return tally.refuse('exact-duplicate', file);
    tally.accept();
    if (near !== undefined) tally.nearlyRepeats(file.path, near.like.name, near.distance);
  }
}
