/** The broker that `npm run test:kafka` has started. */
export function kafkaConfig(env: NodeJS.ProcessEnv = process.env): { brokers: string[] } {
  const brokers = (env['KAFKA_BROKERS'] ?? '').split(',').filter((address) => address !== '');
  if (brokers.length === 0) throw new Error('KAFKA_BROKERS is not set. Run: npm run test:kafka');
  return { brokers };
}
