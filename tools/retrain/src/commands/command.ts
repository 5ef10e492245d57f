import type { CommandLine } from '../cli/options.js';
import type { Output } from '../cli/output.js';
import type { RetrainingClient } from '../client/retraining-client.js';

export interface CommandContext {
  client: RetrainingClient;
  output: Output;
  line: CommandLine;
}

export type Command = (context: CommandContext) => Promise<void>;
