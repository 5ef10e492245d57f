import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

export interface HttpAnswer {
  status: number;
  body: Buffer;
}

const HEAD_END = '\r\n\r\n';

/**
 * One kept-alive HTTP/1.1 connection for load: whole requests go out as they were built, and of an answer only status and length
 * are read. A general client costs a tenth of a millisecond or more for each request, which on a small machine the server would
 * miss. Understands answers with `Content-Length` only.
 */
export class HttpConnection {
  private received: Buffer[] = [];
  private bodyEnd: { head: string; start: number; end: number } | undefined;
  private waiting: { resolve: (answer: HttpAnswer) => void; reject: (error: Error) => void } | undefined;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.take(chunk));
    socket.on('error', (error) => this.fail(error));
    socket.on('close', () => this.fail(new Error('The server closed the connection.')));
  }

  static async open(url: URL): Promise<HttpConnection> {
    const socket = connect({ host: url.hostname, port: Number(url.port) });
    await once(socket, 'connect');
    return new HttpConnection(socket);
  }

  /** Sends a whole request, head and body; one at a time. */
  send(request: Buffer): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.received.push(chunk);
    let bytes = this.received.length === 1 ? chunk : undefined;
    if (this.bodyEnd === undefined) {
      bytes ??= Buffer.concat(this.received);
      const headEnd = bytes.indexOf(HEAD_END);
      if (headEnd < 0) return;
      const head = bytes.toString('latin1', 0, headEnd);
      const length = /^content-length: *(\d+)/im.exec(head)?.[1];
      if (length === undefined) return this.fail(new Error(`The answer has no Content-Length: ${head}`));
      const start = headEnd + HEAD_END.length;
      this.bodyEnd = { head, start, end: start + Number(length) };
    }
    const { head, start, end } = this.bodyEnd;
    if (this.received.reduce((sum, { length }) => sum + length, 0) < end) return;
    bytes ??= Buffer.concat(this.received);
    this.received = [];
    this.bodyEnd = undefined;
    const { waiting } = this;
    this.waiting = undefined;
    waiting?.resolve({ status: Number(head.slice(9, 12)), body: bytes.subarray(start, end) });
  }

  private fail(error: Error): void {
    this.waiting?.reject(error);
    this.waiting = undefined;
    this.socket.destroy();
  }
}
