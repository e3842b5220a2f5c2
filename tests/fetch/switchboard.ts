import { Socket } from 'node:net';

interface Endpoint {
  readonly host: string;
  readonly port: number;
}

/**
 * Stands where the operating system would: writes down the address of every connection that is opened, over TLS or
 * not, and brings it to `server` instead. So a public address can be tried, and a broken guard be found out, without a
 * packet leaving the machine. Connections to the servers in `through` are left alone.
 */
export class Switchboard {
  /** Addresses and ports asked for, in order, such as `93.184.215.14 80`. */
  readonly dialled: string[] = [];
  // eslint-disable-next-line @typescript-eslint/unbound-method -- put back as it was, and called with its own socket
  private readonly original = Socket.prototype.connect;

  constructor(server: { readonly port: number }, through: readonly { readonly port: number }[] = []) {
    const { dialled, original } = this;
    Socket.prototype.connect = function (this: Socket, ...given: unknown[]): Socket {
      // node:net hands over its arguments as one list, node:tls as they are.
      const [target, onConnect] = (Array.isArray(given[0]) ? given[0] : given) as [Endpoint, unknown];
      if (through.some(({ port }) => port === target.port))
        return Reflect.apply(original, this, given) as Socket;
      dialled.push(`${target.host} ${target.port}`);
      const diverted = [{ ...target, host: '127.0.0.1', port: server.port }, onConnect ?? undefined];
      return Reflect.apply(original, this, diverted) as Socket;
    };
  }

  close(): void {
    Socket.prototype.connect = this.original;
  }
}
