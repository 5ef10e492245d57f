/** The broker to test against; `npm run test:kafka` starts one and sets this. */
export const testBrokers = (env: NodeJS.ProcessEnv = process.env): string[] => {
  const brokers = (env['KAFKA_BROKERS'] ?? '').split(',').filter(Boolean);
  if (brokers.length === 0) throw new Error('No broker to test against. Run: npm run test:kafka');
  return brokers;
};

/** Options of `npm run kafka` for a spec that starts a broker of its own: the version under test. */
export const testKafkaVersion = (env: NodeJS.ProcessEnv = process.env): string[] =>
  env['KAFKA_VERSION'] ? ['--version', env['KAFKA_VERSION']] : [];
