/** Why a service could not start, as one line that says what to do. */
export function describeStartFailure(service: string, error: unknown, address: { host: string; port: number }): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const where = `${address.host}:${address.port}`;
  switch (code) {
    case 'EADDRINUSE':
      return `${service}: ${where} is already in use; stop the program that listens there or choose another port.`;
    case 'EACCES':
      return `${service}: may not listen on ${where}; choose a port above 1023.`;
    case 'EADDRNOTAVAIL':
      return `${service}: this machine has no address ${address.host}; set HOST to 127.0.0.1 or 0.0.0.0.`;
    case 'ENOSPC':
      return `${service}: the disk is full; free some space or point the data folder elsewhere.`;
    default:
      return `${service}: cannot start: ${error instanceof Error ? error.message : String(error)}`;
  }
}
