import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

/** What a zone says of one name: text records, each as the strings that it is sent as; an alias; or a code of failure. */
export interface ZoneName {
  readonly texts?: readonly (readonly string[])[];
  readonly alias?: string;
  /** RFC 1035 §4.1.1: 2 is SERVFAIL, 5 is REFUSED. */
  readonly code?: number;
}

export interface ZoneServer {
  /** `address:port`, as a resolver takes it. */
  readonly endpoint: string;
  /** Lower-case name to what it holds; a name that is not here does not exist. */
  readonly names: Map<string, ZoneName>;
  close(): Promise<void>;
}

const TXT = 16;
const CNAME = 5;
const LARGEST_DATAGRAM = 512;

/** A DNS server on loopback that knows TXT and CNAME, over UDP and, for answers that are too long for it, over TCP. */
export async function serveZone(): Promise<ZoneServer> {
  const names = new Map<string, ZoneName>();
  const udp = createSocket('udp4');
  udp.on('message', (packet, from) => {
    const whole = answer(packet, names);
    udp.send(whole.length > LARGEST_DATAGRAM ? truncated(packet) : whole, from.port, from.address);
  });
  await new Promise<void>((resolve) => {
    udp.bind(0, '127.0.0.1', resolve);
  });
  const { port } = udp.address();
  const tcp = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (framed) => {
      const whole = answer(framed.subarray(2), names);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(whole.length);
      socket.end(Buffer.concat([length, whole]));
    });
  });
  await new Promise<void>((resolve) => {
    tcp.listen(port, '127.0.0.1', resolve);
  });
  return {
    endpoint: `127.0.0.1:${port}`,
    names,
    async close() {
      await new Promise<void>((resolve) => {
        udp.close(resolve);
      });
      await new Promise((resolve) => tcp.close(resolve));
    },
  };
}

/** An alias is followed within the zone, as a resolver for others does it. */
function answer(packet: Buffer, names: ReadonlyMap<string, ZoneName>): Buffer {
  const { name, type, end } = question(packet);
  const records: Buffer[] = [];
  let found = names.get(name);
  let owner = name;
  while (found?.alias !== undefined) {
    records.push(record(owner, CNAME, encodeName(found.alias)));
    owner = found.alias;
    found = type === CNAME ? {} : (names.get(owner) ?? {});
  }
  if (type === TXT) {
    for (const strings of found?.texts ?? []) records.push(record(owner, TXT, encodeStrings(strings)));
  }
  const code = found === undefined ? 3 : (found.code ?? 0);
  return message(packet, end, code, records);
}

function message(packet: Buffer, end: number, code: number, records: readonly Buffer[]): Buffer {
  const header = Buffer.from(packet.subarray(0, 12));
  header.writeUInt16BE(0x8180 | code, 2);
  header.writeUInt16BE(records.length, 6);
  header.writeUInt32BE(0, 8);
  return Buffer.concat([header, packet.subarray(12, end), ...records]);
}

function truncated(packet: Buffer): Buffer {
  const short = message(packet, question(packet).end, 0, []);
  short.writeUInt16BE(0x8380, 2);
  return short;
}

function record(owner: string, type: number, data: Buffer): Buffer {
  const fixed = Buffer.alloc(10);
  fixed.writeUInt16BE(type, 0);
  fixed.writeUInt16BE(1, 2);
  fixed.writeUInt16BE(data.length, 8);
  return Buffer.concat([encodeName(owner), fixed, data]);
}

function encodeStrings(strings: readonly string[]): Buffer {
  return Buffer.concat(
    strings.flatMap((text) => [Buffer.from([Buffer.byteLength(text)]), Buffer.from(text)]),
  );
}

function encodeName(name: string): Buffer {
  const labels = name.split('.').flatMap((label) => [Buffer.from([label.length]), Buffer.from(label)]);
  return Buffer.concat([...labels, Buffer.from([0])]);
}

function question(packet: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = [];
  let offset = 12;
  for (let length = packet.readUInt8(offset); length > 0; length = packet.readUInt8(offset)) {
    labels.push(packet.toString('latin1', offset + 1, offset + 1 + length));
    offset += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), type: packet.readUInt16BE(offset + 1), end: offset + 5 };
}
