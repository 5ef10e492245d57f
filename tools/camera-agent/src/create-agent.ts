import type { AgentSettings } from './agent.config.js';
import type { AgentOptions } from './cli/options.js';
import { GatewaySink } from './sinks/gateway-sink.js';
import type { PictureSink } from './sinks/picture-sink.js';
import { StreamSink } from './sinks/stream-sink.js';
import { FolderSource } from './sources/folder-source.js';
import type { PictureSource } from './sources/picture-source.js';
import { RtspSource } from './sources/rtsp-source.js';
import { SnapshotSource } from './sources/snapshot-source.js';

/** Picks the source that the command line names. */
export function createSource({ source, intervalMs }: AgentOptions, settings: AgentSettings): PictureSource {
  const { CAMERA_USER: user, CAMERA_PASSWORD: password = '' } = settings;
  const credentials = user === undefined ? undefined : { user, password };
  switch (source.kind) {
    case 'folder':
      return new FolderSource({ ...source, intervalMs });
    case 'snapshot':
      return new SnapshotSource({ url: source.url, intervalMs, credentials });
    case 'rtsp':
      return new RtspSource({ url: source.url, ffmpeg: source.ffmpeg, intervalMs, credentials });
  }
}

/** Picks the sink that the command line names. @throws {AgentError} */
export const createSink = ({ sink }: AgentOptions, settings: AgentSettings): PictureSink =>
  sink.kind === 'gateway' ? new GatewaySink(sink.url, settings.INGESTION_TOKEN) : StreamSink.open(settings);
