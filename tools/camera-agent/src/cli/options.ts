import { parseArgs } from 'node:util';

export type SourceOptions =
  | { kind: 'folder'; folder: string; once: boolean; moveTo: string | undefined }
  | { kind: 'snapshot'; url: URL }
  | { kind: 'rtsp'; url: URL; ffmpeg: string };

export type SinkOptions = { kind: 'gateway'; url: URL } | { kind: 'stream' };

export interface AgentOptions {
  cameraId: string;
  source: SourceOptions;
  sink: SinkOptions;
  /** Between two pictures of a live camera, and between two looks into a folder. */
  intervalMs: number;
}

export const USAGE = `Usage: npm run camera-agent -- --camera ID SOURCE SINK [options]
Publishes one camera's pictures to Shelfwatch.

SOURCE, one of
  --folder DIR        JPEG, PNG and WebP files; capture time from EXIF, else from the file's time
                      keeps watching; --once ends after the files that are there; --move-to DIR moves what was sent
  --snapshot URL      an address that answers with a picture (http, https); capture time = now
  --rtsp URL          a video stream, through ffmpeg (--ffmpeg PATH if it is not on the PATH)
SINK, one of
  --gateway URL       ingestion's HTTP gateway, for instance http://127.0.0.1:4202
  --stream            the event stream itself: Kafka (KAFKA_BROKERS), else PostgreSQL (DATABASE_URL)
Options
  --interval SECONDS  between pictures (default 10)
  --help
Environment, so that no secret shows in the process list
  CAMERA_USER, CAMERA_PASSWORD   sign-in at the camera (basic or digest, as the camera asks)
  INGESTION_TOKEN                bearer token of the gateway, when it asks for one
Example
  CAMERA_USER=viewer CAMERA_PASSWORD=… npm run camera-agent -- --camera aisle-4-left \\
    --snapshot http://192.168.1.20/snapshot.jpg --gateway http://127.0.0.1:4202 --interval 5`;

/** What was typed cannot be used; the message says why. */
export class UsageError extends Error {
  readonly code = 'USAGE';
}

export function parseOptions(args: readonly string[]): AgentOptions | 'help' {
  const values = parse(args);
  if (values.help) return 'help';
  if (!/^[A-Za-z0-9._-]{1,64}$/.test(values.camera ?? '')) {
    throw new UsageError('--camera ID: 1 to 64 letters, digits, dots, underscores and hyphens, as in the planogram.');
  }
  const seconds = Number(values.interval);
  if (!(seconds >= 0.1 && seconds <= 86_400)) {
    throw new UsageError(`--interval ${values.interval}: expected seconds from 0.1 to 86400.`);
  }
  return { cameraId: values.camera!, source: sourceOf(values), sink: sinkOf(values), intervalMs: seconds * 1_000 };
}

type Values = ReturnType<typeof parse>;

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        camera: { type: 'string' },
        folder: { type: 'string' },
        once: { type: 'boolean', default: false },
        'move-to': { type: 'string' },
        snapshot: { type: 'string' },
        rtsp: { type: 'string' },
        ffmpeg: { type: 'string', default: 'ffmpeg' },
        gateway: { type: 'string' },
        stream: { type: 'boolean', default: false },
        interval: { type: 'string', default: '10' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function sourceOf(values: Values): SourceOptions {
  const given = [values.folder, values.snapshot, values.rtsp].filter((value) => value !== undefined);
  if (given.length !== 1) throw new UsageError('Give exactly one of --folder, --snapshot, --rtsp.');
  if (values.folder !== undefined) {
    return { kind: 'folder', folder: values.folder, once: values.once, moveTo: values['move-to'] };
  }
  if (values.snapshot !== undefined)
    return { kind: 'snapshot', url: urlOf('--snapshot', values.snapshot, ['http:', 'https:']) };
  return { kind: 'rtsp', url: urlOf('--rtsp', values.rtsp!, ['rtsp:', 'rtsps:', 'file:']), ffmpeg: values.ffmpeg };
}

function sinkOf(values: Values): SinkOptions {
  if ((values.gateway !== undefined) === values.stream)
    throw new UsageError('Give exactly one of --gateway, --stream.');
  return values.gateway === undefined
    ? { kind: 'stream' }
    : { kind: 'gateway', url: urlOf('--gateway', values.gateway, ['http:', 'https:']) };
}

function urlOf(name: string, text: string, protocols: readonly string[]): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && protocols.includes(url.protocol)) return url;
  throw new UsageError(
    `${name} ${text}: expected an address that starts with ${protocols.map((p) => `${p}//`).join(' or ')}.`,
  );
}
