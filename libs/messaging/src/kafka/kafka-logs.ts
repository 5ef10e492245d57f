import { logLevel, type logCreator } from 'kafkajs';
import type { StreamLog } from '../stream-log.js';

/** Sends kafkajs's own log to ours; what it tells at INFO and below is of no use in operation. */
export const kafkaLogs =
  (log: StreamLog): logCreator =>
  () =>
  ({ level, log: { message, ...facts } }) => {
    if (level === logLevel.ERROR) log.error(facts, `kafkajs: ${message}`);
    if (level === logLevel.WARN) log.warn(facts, `kafkajs: ${message}`);
  };
