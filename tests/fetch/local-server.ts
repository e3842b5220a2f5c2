import { createServer as createHttpServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Server as TcpServer, Socket } from 'node:net';
import type { HostMap } from '../../src/fetch/host-map.js';
import type { SelfSigned } from './self-signed.js';

/** A real server on loopback that remembers who came. */
export interface LocalServer {
  readonly port: number;
  /** Connections ever accepted. */
  connections(): number;
  /** Resolves once no connection is open. */
  idle(): Promise<void>;
  /** Requests heard, in order; always empty for a raw server. */
  readonly heard: IncomingMessage[];
  close(): Promise<void>;
}

/** Serves HTTP on 127.0.0.1. */
export async function serveHttp(listener: RequestListener): Promise<LocalServer> {
  const heard: IncomingMessage[] = [];
  return started(createHttpServer(remembering(heard, listener)), heard);
}

/** Serves HTTPS on 127.0.0.1 with `identity`. */
export async function serveHttps(identity: SelfSigned, listener: RequestListener): Promise<LocalServer> {
  const heard: IncomingMessage[] = [];
  const server = createHttpsServer(
    { key: identity.key, cert: identity.certificate },
    remembering(heard, listener),
  );
  server.on('tlsClientError', () => undefined);
  return started(server, heard);
}

/** Hands every accepted connection to `onSocket`, for answers that no HTTP library would send; on 127.0.0.1. */
export async function serveRaw(onSocket: (socket: Socket) => void): Promise<LocalServer> {
  return started(
    createTcpServer((socket) => {
      onSocket(socket);
      // A socket that nobody reads never learns that its peer has gone.
      socket.resume();
    }),
    [],
  );
}

/** Answers every connection with the same bytes, then closes its side. */
export async function serveBytes(answer: string | Uint8Array): Promise<LocalServer> {
  return serveRaw((socket) => {
    socket.once('data', () => socket.end(answer));
  });
}

/** A host map that sends each name to a server. */
export function mapTo(servers: Readonly<Record<string, { port: number }>>): HostMap {
  return new Map(Object.entries(servers).map(([name, { port }]) => [name, { host: '127.0.0.1', port }]));
}

function remembering(heard: IncomingMessage[], listener: RequestListener): RequestListener {
  return (request, response) => {
    heard.push(request);
    listener(request, response);
  };
}

async function started(server: Server | TcpServer, heard: IncomingMessage[]): Promise<LocalServer> {
  const open = new Set<Socket>();
  let accepted = 0;
  let onIdle: (() => void) | undefined;
  server.on('connection', (socket: Socket) => {
    accepted += 1;
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      open.delete(socket);
      if (open.size === 0) onIdle?.();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => accepted,
    heard,
    idle: () =>
      new Promise<void>((resolve) => {
        if (open.size === 0) resolve();
        else onIdle = resolve;
      }),
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => {
          resolve();
        });
      }),
  };
}
