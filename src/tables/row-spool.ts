import { type FileHandle, open } from 'node:fs/promises';

export type SpoolRow = Readonly<Record<string, string | number | boolean | null>>;

/** Written to the file at once. */
const CHUNK_CHARACTERS = 262_144;

/** Rows on their way to a file: a JSON object a line, in a file of their own, so that memory holds only a few of them. */
export class RowSpool {
  #waiting = '';

  private constructor(
    readonly path: string,
    private readonly file: FileHandle,
  ) {}

  static async open(path: string): Promise<RowSpool> {
    return new RowSpool(path, await open(path, 'w', 0o600));
  }

  async add(row: SpoolRow): Promise<void> {
    this.#waiting += `${JSON.stringify(row)}\n`;
    if (this.#waiting.length >= CHUNK_CHARACTERS) await this.#flush();
  }

  async close(): Promise<void> {
    await this.#flush();
    await this.file.close();
  }

  async #flush(): Promise<void> {
    await this.file.appendFile(this.#waiting);
    this.#waiting = '';
  }
}
