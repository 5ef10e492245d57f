import { loadConfig, setting } from '@shelfwatch/platform';
import { z } from 'zod';

/** What must not be typed on a command line, where every user of the machine can read it. */
export const agentSettings = z.object({
  CAMERA_USER: z.string().optional(),
  CAMERA_PASSWORD: z.string().optional(),
  INGESTION_TOKEN: z.string().optional(),
  /** Comma-separated `host:port`; with it, `--stream` means Kafka. */
  KAFKA_BROKERS: setting.list().optional(),
  DATABASE_URL: z.string().optional(),
});
export type AgentSettings = z.output<typeof agentSettings>;

export const readAgentSettings = (): AgentSettings => loadConfig(agentSettings, process.env);
