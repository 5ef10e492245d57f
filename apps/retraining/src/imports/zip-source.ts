import { promisify } from 'node:util';
import { parseGtin, SPECIAL_LABELS } from '@shelfwatch/domain';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { type ClassNames, readClassNames } from './class-names.js';
import type { ImportLimits } from './import-limits.js';
import { type PictureSource, placeOf, type SourceFile, SourceFileRefused } from './picture-source.js';

/** The ZIP as a whole cannot be imported; the message says why and what to do. */
export class ZipRefused extends Error {}

const openFile = promisify<string, yauzl.Options, ZipFile>(yauzl.open);

/** An entry with its name as text. */
type NamedEntry = Omit<Entry, 'fileName'> & { fileName: string };

interface Listing {
  entries: NamedEntry[];
  unsafe: string[];
}

/**
 * Reads a ZIP's directory; files are unpacked one by one, and never to disk. What its directory claims is checked while unpacking.
 *
 * @throws {ZipRefused}
 */
export async function openZip(path: string, limits: ImportLimits): Promise<PictureSource> {
  // Names are decoded and checked here: yauzl would give up at the first bad one.
  const zip = await openFile(path, {
    lazyEntries: true,
    autoClose: false,
    decodeStrings: false,
    validateEntrySizes: true,
  } as yauzl.Options).catch((error: unknown) => {
    throw new ZipRefused(`This is no readable ZIP: ${error instanceof Error ? error.message : String(error)}.`);
  });
  try {
    const { entries, unsafe } = await list(zip, limits);
    const table = entries.find(({ fileName }) => fileName.split('/').at(-1) === 'classes.csv');
    const base = baseFolder(entries, table);
    const names = table === undefined ? new Map() : readClassNames((await unpack(zip, table, limits)).toString('utf8'));
    const pictures = entries.filter((entry) => entry !== table);
    return {
      ...{ total: pictures.length, unsafe },
      async *files() {
        for (const entry of pictures) yield toFile(zip, entry, base, names, limits);
      },
      close: async () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function list(zip: ZipFile, limits: ImportLimits): Promise<Listing> {
  const listing: Listing = { entries: [], unsafe: [] };
  let bytes = 0;
  await new Promise<void>((resolve, reject) => {
    const refuse = (error: unknown) =>
      reject(
        new ZipRefused(
          `The ZIP's directory cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
        ),
      );
    zip.on('error', refuse);
    zip.on('end', () => resolve());
    zip.on('entry', (raw: Entry) => {
      const entry = withName(raw);
      bytes += entry.uncompressedSize;
      if (listing.entries.length >= limits.maxFiles)
        return refuse(new Error(`it has more than ${limits.maxFiles} files`));
      if (bytes > limits.maxTotalBytes)
        return refuse(new Error(`unpacked it would have more than ${Math.round(limits.maxTotalBytes / 1e6)} MB`));
      if (!isSafe(entry)) listing.unsafe.push(entry.fileName);
      else if (!isFolder(entry) && !isHidden(entry)) listing.entries.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
  return listing;
}

function withName(entry: Entry): NamedEntry {
  const { generalPurposeBitFlag, extraFields } = entry;
  // Not decoded yet: a buffer, whatever the type says.
  const raw = entry.fileName as unknown as Buffer;
  const fileName = yauzl.getFileNameLowLevel(generalPurposeBitFlag, raw, extraFields, false);
  return Object.assign(entry, { fileName });
}

const isFolder = ({ fileName }: NamedEntry): boolean => fileName.endsWith('/');
/** What macOS and others add. */
const isHidden = ({ fileName }: NamedEntry): boolean => /(^|\/)(\.|__MACOSX\/)/.test(fileName);

/** Neither climbs out, nor is absolute, nor is a link. */
function isSafe({ fileName, externalFileAttributes, versionMadeBy }: NamedEntry): boolean {
  const UNIX = 3;
  const isLink = versionMadeBy >> 8 === UNIX && ((externalFileAttributes >>> 16) & 0o170000) === 0o120000;
  const isPathSafe = !/^([/\\]|[A-Za-z]:)|(^|[/\\])\.\.([/\\]|$)|\0/.test(fileName);
  return isPathSafe && !isLink;
}

/**
 * The folder that holds the folders of the classes: the one with `classes.csv`, or the one that many ZIPs have around everything. One that
 * is named like a class is a class, with a folder for each of its groups.
 */
function baseFolder(entries: readonly NamedEntry[], table: NamedEntry | undefined): string {
  const depth = (name: string) => name.split('/').length - 1;
  const pictures = entries.filter((entry) => entry !== table);
  const [first = ''] = pictures[0]?.fileName.split('/') ?? [];
  const isWrapped = pictures.every(({ fileName }) => fileName.startsWith(`${first}/`) && depth(fileName) > 1);
  const isClass = parseGtin(first) !== undefined || (SPECIAL_LABELS as readonly string[]).includes(first);
  const isBeside = table !== undefined && depth(table.fileName) === 0;
  return isWrapped && !isClass && !isBeside ? `${first}/` : '';
}

function toFile(zip: ZipFile, entry: NamedEntry, base: string, names: ClassNames, limits: ImportLimits): SourceFile {
  const path = entry.fileName.slice(base.length);
  const { className, group } = placeOf(path);
  const named = className === undefined ? undefined : names.get(className);
  return {
    ...{ path, group, className: named?.gtin ?? className },
    displayName: named?.name ?? className,
    read: () => unpack(zip, entry, limits),
  };
}

/** Stops as soon as a file grows past its limit, whatever the directory said. */
async function unpack(zip: ZipFile, entry: NamedEntry, { maxFileBytes }: ImportLimits): Promise<Buffer> {
  if (entry.uncompressedSize > maxFileBytes)
    throw new SourceFileRefused('too-large', `${entry.uncompressedSize} bytes`);
  try {
    const stream = await promisify(
      zip.openReadStream.bind(zip) as (
        entry: Entry,
        done: (error: Error | null, stream: NodeJS.ReadableStream) => void,
      ) => void,
    )(entry);
    const parts: Buffer[] = [];
    let bytes = 0;
    for await (const part of stream as AsyncIterable<Buffer>) {
      bytes += part.length;
      if (bytes > maxFileBytes) throw new SourceFileRefused('too-large', `more than ${maxFileBytes} bytes`);
      parts.push(part);
    }
    return Buffer.concat(parts);
  } catch (error) {
    if (error instanceof SourceFileRefused) throw error;
    throw new SourceFileRefused('unreadable', error instanceof Error ? error.message : String(error));
  }
}
