import { CallThread } from '../threads/call-thread.js';
import { siblingFile } from '../threads/sibling-file.js';
import type { Suspect } from './find-mislabels.js';
import type { MislabelsThreadData } from './mislabels.thread.js';

export interface PictureToCheck {
  /** Names the picture by its content; its embedding is kept under it. */
  pictureId: string;
  label: string;
  /** Pictures of one group look alike. */
  group: string;
}

export interface MislabelSearchOptions {
  /** Model whose backbone looks at the pictures. */
  modelFolder: string;
  /** For embeddings, so that the next search is quick. Of one process at a time. */
  cacheFolder: string;
}

export interface MislabelSearchRun {
  seed?: number;
  /**
   * Hears how many pictures have been looked at, of how many; `labels` when all have, and their labels are being compared. What it returns is
   * waited for.
   */
  onProgress?: (stage: 'pictures' | 'labels', done: number, total: number) => void | Promise<void>;
  /** Ends the search: between two batches of pictures, and at once while labels are compared. */
  signal?: AbortSignal;
}

/** A suspect by the place of its picture and by labels. */
export type SuspectPicture = Omit<Suspect, 'row' | 'label' | 'suggested'> & {
  place: number;
  label: string;
  suggested: string;
};

/** Pictures that are embedded at once. */
const BATCH = 16;

/** Looks for wrong labels ({@link findMislabels}) in a thread of its own: the caller's goes on answering. */
export class MislabelSearch {
  private readonly thread: CallThread;

  constructor(options: MislabelSearchOptions) {
    const workerData: MislabelsThreadData = { ...options };
    this.thread = new CallThread(siblingFile(import.meta.url, 'mislabels.thread'), { workerData });
  }

  /**
   * @param read crop of the picture at a place, `side * side * 3` bytes of R, G, B; undefined when it cannot be read: then it is left out
   * @throws ThreadEndedError when the model cannot be opened; the signal's reason when it was ended
   */
  async run(
    pictures: readonly PictureToCheck[],
    read: (place: number, side: number) => Promise<Uint8Array | undefined>,
    { seed = 1, onProgress = () => {}, signal }: MislabelSearchRun = {},
  ): Promise<{ checked: number; suspects: SuspectPicture[] }> {
    const { inputSize } = await this.thread.call<{ inputSize: number }>('describe');
    const ids = pictures.map(({ pictureId }) => pictureId);
    const missing = await this.thread.call<number[]>('begin', ids);
    const unreadable = new Set<number>();
    const known = pictures.length - missing.length;
    for (let start = 0; start < missing.length; start += BATCH) {
      signal?.throwIfAborted();
      await onProgress('pictures', known + start, pictures.length);
      const places = missing.slice(start, start + BATCH);
      const crops = await Promise.all(places.map((place) => read(place, inputSize)));
      places.forEach((place, index) => crops[index] === undefined && unreadable.add(place));
      await this.embed(places, crops);
    }
    await onProgress('labels', pictures.length, pictures.length);
    const usable = [...pictures.keys()].filter((place) => !unreadable.has(place));
    const labels = [...new Set(usable.map((place) => pictures[place]!.label))].sort();
    const numberOf = new Map(labels.map((label, number) => [label, number]));
    const { checked, suspects } = await this.untilAborted(
      this.thread.call<{ checked: number; suspects: Suspect[] }>('find', {
        ...{ places: usable, classes: labels.length, seed },
        labels: usable.map((place) => numberOf.get(pictures[place]!.label)!),
        groups: usable.map((place) => pictures[place]!.group),
      }),
      signal,
    );
    return {
      checked,
      suspects: suspects.map(({ row, label, suggested, ...probabilities }) => ({
        ...{ place: usable[row]!, label: labels[label]!, suggested: labels[suggested]! },
        ...probabilities,
      })),
    };
  }

  close(): Promise<void> {
    return this.thread.close();
  }

  /** Computing, the thread hears nothing: only its end stops it. */
  private async untilAborted<T>(call: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    const stop = () => void this.thread.terminate();
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted) stop();
    try {
      return await call;
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  private async embed(places: readonly number[], crops: readonly (Uint8Array | undefined)[]): Promise<void> {
    const readable = places.flatMap((place, index) =>
      crops[index] === undefined ? [] : [{ place, crop: crops[index] }],
    );
    if (readable.length === 0) return;
    const pixels = new Uint8Array(readable.length * readable[0]!.crop.length);
    readable.forEach(({ crop }, index) => pixels.set(crop, index * crop.length));
    await this.thread.call('embed', { places: readable.map(({ place }) => place), pixels }, [pixels.buffer]);
  }
}
