/** A file that may become a sample. */
export interface SourceFile {
  /** As people know it: path below the folder or within the ZIP. */
  path: string;
  /** Class as written: folder name or cell; undefined when it has none. */
  className: string | undefined;
  /** Name for people, when another file gives one. */
  displayName?: string;
  /** Samples of one group never part in a split; undefined leaves it to the picture itself. */
  group: string | undefined;
  /** Line of the list that names it, from 1. */
  row?: number;
  /** @throws {SourceFileRefused} */
  read(): Promise<Buffer>;
}

/** A file that must not be read. */
export class SourceFileRefused extends Error {
  constructor(
    readonly reason: 'too-large' | 'unreadable' | 'unsafe-path' | 'missing' | 'bad-row' | 'bad-label',
    message: string,
  ) {
    super(message);
  }
}

/** Where pictures come from: a ZIP, a folder, a list. */
export interface PictureSource {
  /** Undefined until it is known. */
  readonly total: number | undefined;
  files(): AsyncIterable<SourceFile>;
  /** Paths that were refused without being files of the source, such as those that climb out of it. */
  readonly unsafe: readonly string[];
  close(): Promise<void>;
}

/** The class and group of a path: `class/picture.jpg` or `class/group/picture.jpg`, with any folders above the class left out by the caller. */
export function placeOf(path: string): { className: string | undefined; group: string | undefined } {
  const parts = path.split('/').filter((part) => part !== '');
  const folders = parts.slice(0, -1);
  return { className: folders[0], group: folders.length > 1 ? folders.slice(0, 2).join('/') : undefined };
}
