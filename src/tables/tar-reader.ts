import type { FileHandle } from 'node:fs/promises';
import { UnreadableTable } from './unreadable-table.js';

/** A regular file in an archive, not read. */
export interface TarEntry {
  readonly name: string;
  /** Where the first of its headers begins, in bytes from the start of the archive. */
  readonly from: number;
  /** Where its own header begins. */
  readonly at: number;
  /** Where its bytes begin. */
  readonly dataAt: number;
  readonly size: number;
  /** Where the next begins. */
  readonly to: number;
}

const BLOCK = 512;
/** Longest extended header that is read: names and sizes take some hundred bytes. */
const LONGEST_EXTENSION = 65_536;

/**
 * Reads the headers of a tar archive (POSIX ustar and pax; GNU long names) and passes over what is between them. Nothing is
 * unpacked: a name is a name here and never becomes a path.
 */
export class TarReader {
  constructor(
    private readonly file: FileHandle,
    private readonly path: string,
    private readonly size: number,
  ) {}

  /** @throws UnreadableTable naming the archive and the byte where it stops being one */
  async *entries(): AsyncGenerator<TarEntry> {
    let at = 0;
    let from = 0;
    let next: Extension = {};
    for (;;) {
      const header = await this.read(at, BLOCK);
      if (header.every((byte) => byte === 0)) return;
      this.#checkSum(header, at);
      const kind = String.fromCharCode(header[156] ?? 0);
      const size = next.size ?? this.#number(header, at);
      const dataAt = at + BLOCK;
      const to = dataAt + Math.ceil(size / BLOCK) * BLOCK;
      if (dataAt + size > this.size) {
        throw this.refusal(at, `an entry says it is ${size} bytes long, and the archive ends before that`);
      }
      if (kind === 'x' || kind === 'L') {
        next = { ...next, ...(await this.#extension(kind, dataAt, size, at)) };
      } else {
        if (kind === '0' || kind === '\0' || kind === '7') {
          yield { name: this.#name(next.name ?? ustarName(header), at), from, at, dataAt, size, to };
        } else if (kind !== '5' && kind !== 'g') {
          throw this.refusal(at, 'an entry is a link or a device; such a shard holds files only');
        }
        next = {};
        from = to;
      }
      at = to;
    }
  }

  /** @throws UnreadableTable when the archive ends before */
  async read(at: number, length: number): Promise<Buffer> {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await this.file.read(buffer, 0, length, at);
    if (bytesRead < length)
      throw this.refusal(at, 'it ends without the end mark of an archive: it was cut short');
    return buffer;
  }

  refusal(at: number, reason: string): UnreadableTable {
    return new UnreadableTable(this.path, `at byte ${at} ${reason}.`);
  }

  /** The sum of all bytes of a header, its own eight counted as spaces. */
  #checkSum(header: Buffer, at: number): void {
    let sum = 8 * 0x20;
    for (const [place, byte] of header.entries()) if (place < 148 || place >= 156) sum += byte;
    if (octal(header.subarray(148, 156)) !== sum) throw this.refusal(at, 'there is no header of an archive');
  }

  #number(header: Buffer, at: number): number {
    const field = header.subarray(124, 136);
    // GNU writes sizes of 8 GiB and more in binary, marked by the highest bit.
    const size =
      (field[0] ?? 0) & 0x80 ? Number(BigInt(`0x${field.subarray(4).toString('hex')}`)) : octal(field);
    if (size === undefined || !Number.isSafeInteger(size))
      throw this.refusal(at, 'an entry has no readable size');
    return size;
  }

  async #extension(kind: 'x' | 'L', dataAt: number, size: number, at: number): Promise<Extension> {
    if (size > LONGEST_EXTENSION) throw this.refusal(at, `a header says that ${size} bytes of names follow`);
    const text = (await this.read(dataAt, size)).toString('utf8');
    return kind === 'L' ? { name: text.replace(/\0.*$/s, '') } : paxRecords(text);
  }

  #name(written: string, at: number): string {
    const name = written.replace(/^(\.\/)+/, '');
    // eslint-disable-next-line no-control-regex -- a name with such characters is what is looked for
    if (name === '' || /^\/|[\\\u0000-\u001f\u007f]|(^|\/)\.\.(\/|$)/.test(name)) {
      throw this.refusal(
        at,
        `an entry is named ${JSON.stringify(written.slice(0, 100))}, which leads out of the archive`,
      );
    }
    return name;
  }
}

interface Extension {
  readonly name?: string;
  readonly size?: number;
}

/** Records of a pax header: `<length> <key>=<value>\n` (POSIX.1-2001, pax). */
function paxRecords(text: string): Extension {
  const records = new Map(
    Array.from(text.matchAll(/\d+ ([^=\n]+)=([^\n]*)\n/g), ([, key = '', value = '']) => [key, value]),
  );
  const [name, size] = [records.get('path'), records.get('size')];
  return {
    ...(name === undefined ? {} : { name }),
    ...(size !== undefined && /^\d{1,15}$/.test(size) ? { size: Number(size) } : {}),
  };
}

function ustarName(header: Buffer): string {
  const name = text(header.subarray(0, 100));
  const isUstar = header.toString('latin1', 257, 262) === 'ustar';
  const prefix = isUstar ? text(header.subarray(345, 500)) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

function text(field: Buffer): string {
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end === -1 ? field.length : end);
}

function octal(field: Buffer): number | undefined {
  const digits = /^[ \0]*([0-7]+)[ \0]*$/.exec(field.toString('latin1'))?.[1];
  return digits === undefined ? undefined : parseInt(digits, 8);
}
