import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { checkPortsAreFree } from './ports.js';

describe('checkPortsAreFree', () => {
  it('When another program listens on a port, then the message names the port and a way out', async () => {
    const server = createServer().listen(0);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await expect(checkPortsAreFree({ ingestion: port })).rejects.toMatchObject({
      code: 'port-taken',
      message: expect.stringContaining(`Port ${port} (ingestion) is taken`),
    });
    server.close();
    await once(server, 'close');
    await expect(checkPortsAreFree({ ingestion: port })).resolves.toBeUndefined();
  });
});
