/** Where the event stream is, as for the services. Everything else is given on the command line. */
export interface ShelfsimConfig {
  kafkaBrokers: readonly string[];
  databaseUrl: string | undefined;
}

export const readShelfsimConfig = (): ShelfsimConfig => ({
  kafkaBrokers: (process.env['KAFKA_BROKERS'] ?? '').split(',').filter((broker) => broker.trim() !== ''),
  databaseUrl: process.env['DATABASE_URL'],
});
