/** A file in an archive to be made; `size` and `kind` say something else than the truth where a test wants that. */
export interface TarFile {
  readonly name: string;
  readonly data?: Buffer | string;
  readonly size?: number;
  readonly kind?: string;
}

const BLOCK = 512;

/** Bytes of a ustar archive, with its end mark unless told otherwise. */
export function tarArchive(files: readonly TarFile[], { hasEnd = true } = {}): Buffer {
  const parts = files.flatMap((file) => {
    const data = Buffer.from(file.data ?? '');
    return [tarHeader(file, data.length), data, Buffer.alloc((BLOCK - (data.length % BLOCK)) % BLOCK)];
  });
  return Buffer.concat([...parts, Buffer.alloc(hasEnd ? BLOCK * 2 : 0)]);
}

function tarHeader({ name, size, kind = '0' }: TarFile, length: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0, 100);
  header.write('0000644\0', 100);
  header.write(`${(size ?? length).toString(8).padStart(11, '0')}\0`, 124);
  header.write('        ', 148);
  header.write(kind, 156);
  header.write('ustar\0', 257);
  header.write(
    `${header
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  );
  return header;
}
