import { createSocket } from 'node:dgram';

export interface DnsServer {
  /** `address:port`, as a resolver takes it. */
  readonly endpoint: string;
  /** Questions heard, such as `a.test A`. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** Addresses of one kind for a name; null keeps silent, an empty list says that there are none. */
export type DnsAnswers = (name: string, type: 'A' | 'AAAA', asked: number) => readonly string[] | null;

/** A DNS server (RFC 1035) on loopback that knows A and AAAA and one question a packet. */
export async function serveDns(answers: DnsAnswers): Promise<DnsServer> {
  const asked: string[] = [];
  const socket = createSocket('udp4');
  socket.on('message', (packet, from) => {
    const { name, type, end } = question(packet);
    asked.push(`${name} ${type}`);
    const found = answers(name, type, asked.filter((line) => line === `${name} ${type}`).length);
    if (found !== null) socket.send(reply(packet, end, type, found), from.port, from.address);
  });
  await new Promise<void>((resolve) => {
    socket.bind(0, '127.0.0.1', resolve);
  });
  return {
    endpoint: `127.0.0.1:${socket.address().port}`,
    asked,
    close: () =>
      new Promise<void>((resolve) => {
        socket.close(resolve);
      }),
  };
}

function question(packet: Buffer): { name: string; type: 'A' | 'AAAA'; end: number } {
  const labels: string[] = [];
  let offset = 12;
  for (let length = packet.readUInt8(offset); length > 0; length = packet.readUInt8(offset)) {
    labels.push(packet.toString('latin1', offset + 1, offset + 1 + length));
    offset += 1 + length;
  }
  return {
    name: labels.join('.'),
    type: packet.readUInt16BE(offset + 1) === 28 ? 'AAAA' : 'A',
    end: offset + 5,
  };
}

function reply(packet: Buffer, end: number, type: 'A' | 'AAAA', addresses: readonly string[]): Buffer {
  const header = Buffer.from(packet.subarray(0, 12));
  header.writeUInt16BE(0x8180, 2);
  header.writeUInt16BE(addresses.length, 6);
  header.writeUInt32BE(0, 8);
  const records = addresses.map((address) => {
    const data = addressBytes(address);
    const record = Buffer.from([0xc0, 0x0c, 0, type === 'A' ? 1 : 28, 0, 1, 0, 0, 0, 0, 0, data.length]);
    return Buffer.concat([record, data]);
  });
  return Buffer.concat([header, packet.subarray(12, end), ...records]);
}

/** IPv4, or IPv6 with all eight groups written out. */
function addressBytes(address: string): Buffer {
  if (address.includes('.')) return Buffer.from(address.split('.').map(Number));
  return Buffer.from(
    address
      .split(':')
      .map((group) => group.padStart(4, '0'))
      .join(''),
    'hex',
  );
}
