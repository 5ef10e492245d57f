/** The environment that `npm start` itself reads; the services get theirs from `process/services.ts`. */
export interface StartEnvironment {
  /** Use this PostgreSQL instead of the embedded one. */
  databaseUrl: string | undefined;
  /** Use Apache Kafka at these addresses as event stream, comma-separated. */
  kafkaBrokers: string | undefined;
  /** Folder of the model to serve, instead of the shipped one. */
  modelDir: string | undefined;
  inferenceEngine: string;
}

export const readStartEnvironment = (env: NodeJS.ProcessEnv = process.env): StartEnvironment => ({
  databaseUrl: env['DATABASE_URL'] || undefined,
  kafkaBrokers: env['KAFKA_BROKERS'] || undefined,
  modelDir: env['MODEL_DIR'] || undefined,
  inferenceEngine: env['INFERENCE_ENGINE'] || 'auto',
});
