import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server that can be cut and mended, as a network does. */
export interface BreakableConnection {
  port: number;
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function breakableConnection(target: { host: string; port: number }): Promise<BreakableConnection> {
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((inside) => {
    const outside = connect(target);
    for (const socket of [inside, outside]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    if (isCut) inside.destroy();
    inside.on('close', () => outside.destroy()).pipe(outside);
    outside.on('close', () => inside.destroy()).pipe(inside);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const hangUp = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => {
      isCut = true;
      hangUp();
    },
    mend: () => {
      isCut = false;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        hangUp();
      }),
  };
}
