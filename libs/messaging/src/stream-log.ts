/** As much of a logger as this library uses; pino fits. */
export interface StreamLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export const SILENT: StreamLog = { info: () => undefined, warn: () => undefined, error: () => undefined };
