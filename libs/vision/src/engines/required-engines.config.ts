import { parseConfig, setting } from '@shelfwatch/platform';
import { z } from 'zod';

const schema = z.object({
  /** Optional engines whose absence fails the tests, as a comma-separated list: `tfjs-node`. */
  SHELFWATCH_REQUIRE_ENGINES: setting.list().default([]),
});

/** For tests: engines that must be there, whatever the machine. */
export const requiredEngines = (env: NodeJS.ProcessEnv = process.env): readonly string[] =>
  parseConfig(schema, env).SHELFWATCH_REQUIRE_ENGINES;
