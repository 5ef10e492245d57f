import { spawn } from 'node:child_process';
import { AgentError } from '../agent.errors.js';
import type { CameraPicture } from '../camera-picture.js';
import type { Credentials } from './http-sign-in.js';
import type { PictureSource } from './picture-source.js';
import { withoutCredentials } from './snapshot-source.js';
import { JpegSplitter } from './split-jpegs.js';

export interface RtspOptions {
  url: URL;
  intervalMs: number;
  credentials: Credentials | undefined;
  /** Name or path of the program. */
  ffmpeg: string;
}

const MAX_PICTURE_BYTES = 32 * 1024 * 1024;

/**
 * Pictures from a video stream through ffmpeg. The capture time is that of arrival. Of pictures that arrive while one
 * is being sent, only the newest is kept.
 */
export class RtspSource implements PictureSource {
  readonly name: string;

  constructor(private readonly options: RtspOptions) {
    this.name = withoutCredentials(options.url).href;
  }

  async *pictures(signal: AbortSignal): AsyncGenerator<CameraPicture> {
    const { ffmpeg, intervalMs } = this.options;
    const silenceMs = intervalMs * 3 + 15_000;
    const child = spawn(ffmpeg, this.arguments(), { stdio: ['ignore', 'pipe', 'pipe'] });
    const splitter = new JpegSplitter(MAX_PICTURE_BYTES);
    let newest: CameraPicture | undefined;
    let ended: AgentError | undefined;
    let complaint = '';
    let wake = (): void => undefined;

    child.stdout.on('data', (chunk: Buffer) => {
      const bytes = splitter.push(chunk).at(-1);
      if (bytes === undefined) return;
      newest = { bytes: Buffer.from(bytes), type: 'image/jpeg', capturedAt: new Date() };
      wake();
    });
    child.stderr.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-500)));
    child.on('error', (error) => {
      ended = startFailure(error, ffmpeg);
      wake();
    });
    child.on('close', (code) => {
      const last = complaint.trim().split('\n').at(-1) || `ffmpeg ended with code ${code}`;
      ended ??= new AgentError('CAMERA_UNREACHABLE', `${this.name}: ${this.withoutSecrets(last)}`, true);
      wake();
    });
    const stop = () => child.kill('SIGKILL');
    signal.addEventListener('abort', stop, { once: true });

    try {
      while (!signal.aborted) {
        if (newest !== undefined) {
          const picture = newest;
          newest = undefined;
          yield picture;
          continue;
        }
        if (ended !== undefined) throw ended;
        const timedOut = await waitFor((resume) => (wake = resume), silenceMs);
        if (timedOut) {
          const message = `${this.name} has sent no picture for ${Math.round(silenceMs / 1_000)} s.`;
          throw new AgentError('CAMERA_SILENT', message, true);
        }
      }
    } finally {
      signal.removeEventListener('abort', stop);
      stop();
    }
  }

  private arguments(): string[] {
    const { url, intervalMs } = this.options;
    const transport = url.protocol === 'file:' ? ['-re'] : ['-rtsp_transport', 'tcp'];
    const input = ['-nostdin', '-loglevel', 'error', ...transport, '-i', this.address()];
    // Full range and a low quantiser: fine print on packages matters more than bytes.
    return [
      ...input,
      '-an',
      '-vf',
      `fps=${1_000 / intervalMs}`,
      '-f',
      'image2pipe',
      '-c:v',
      'mjpeg',
      '-q:v',
      '3',
      '-pix_fmt',
      'yuvj420p',
      '-',
    ];
  }

  private address(): string {
    const { url, credentials } = this.options;
    if (credentials === undefined || url.username !== '') return url.href;
    const address = new URL(url);
    address.username = encodeURIComponent(credentials.user);
    address.password = encodeURIComponent(credentials.password);
    return address.href;
  }

  private withoutSecrets(text: string): string {
    return text.replaceAll(this.address(), this.name);
  }
}

/** @returns true when `timeoutMs` passed first */
function waitFor(subscribe: (resume: () => void) => void, timeoutMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), timeoutMs);
    subscribe(() => {
      clearTimeout(timer);
      resolve(false);
    });
  });
}

function startFailure(error: Error, ffmpeg: string): AgentError {
  const isMissing = 'code' in error && error.code === 'ENOENT';
  return isMissing
    ? new AgentError(
        'FFMPEG_MISSING',
        `RTSP needs ffmpeg, and "${ffmpeg}" is not installed; install it (Debian: apt install ffmpeg), name it with --ffmpeg PATH, or use the camera's snapshot address.`,
        false,
      )
    : new AgentError('CAMERA_UNREACHABLE', `ffmpeg cannot be started: ${error.message}`, true);
}
