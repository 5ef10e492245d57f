import { createServer } from 'node:net';
import { StartError } from '../cli/start.errors.js';

/** Where each part listens: the dashboard's port and the next five. */
export interface Ports {
  dashboard: number;
  monitoring: number;
  ingestion: number;
  inference: number;
  retraining: number;
  postgres: number;
}

export const portsFrom = (base: number): Ports => ({
  dashboard: base,
  monitoring: base + 1,
  ingestion: base + 2,
  inference: base + 3,
  retraining: base + 4,
  postgres: base + 5,
});

/** @throws StartError `port-taken`, naming the port and the way out */
export async function checkPortsAreFree(ports: Partial<Ports>): Promise<void> {
  for (const [part, port] of Object.entries(ports)) {
    if (await isFree(port)) continue;
    const suggestion = (ports.dashboard ?? port) + 100;
    throw new StartError(
      'port-taken',
      `Port ${port} (${part}) is taken by another program. Stop that program, or start with: npm start -- --port ${suggestion}`,
    );
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
