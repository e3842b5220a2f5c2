import { createHash } from 'node:crypto';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ChosenRows, CopyableTable, DigestSource, PictureSource } from '../app/ports/tables.js';
import { cellsOf, samplesOf } from './shard-samples.js';
import { chooseBesides } from './choose-besides.js';
import { copyParts, digestPart } from './tar-parts.js';
import { fileIdentity } from './file-identity.js';
import { type TarEntry, TarReader } from './tar-reader.js';
import { TableFile } from './table-file.js';
import { UnreadableTable } from './unreadable-table.js';

/** Where a picture lies in the archive. */
type FilePlace = Pick<TarEntry, 'dataAt' | 'size'>;

const ROWS_PER_BATCH = 500;
const LONGEST_PICTURE = 10_000_000;
/** More than two minutes of most recordings; of a longer one the end is not heard anyway. */
const LONGEST_RECORDING = 100_000_000;

/**
 * A shard as img2dataset writes it (webdataset): a tar with a jpg, txt and json for each picture, and beside it a Parquet file
 * that also names the pictures that could not be fetched. Rows: those of the archive in its order, then those that only the
 * Parquet file has. Pictures are passed over and read one by one when they are asked for.
 */
export class ShardFile implements CopyableTable {
  readonly fileName: string;
  readonly columns: readonly string[];
  readonly rowCount: number;
  readonly pictures: PictureSource | undefined;
  readonly recordings: PictureSource | undefined;
  readonly digests: DigestSource;

  private constructor(
    private readonly file: FileHandle,
    private readonly tar: TarReader,
    path: string,
    tarColumns: readonly string[],
    private readonly places: readonly SamplePlaces[],
    readonly identity: Uint8Array,
    private readonly failed: FailedRows | undefined,
  ) {
    this.fileName = basename(path);
    this.columns = [...new Set([...tarColumns, ...(failed?.table.columns ?? [])])];
    this.rowCount = places.length + (failed?.count ?? 0);
    this.pictures = filesOf(tar, places, 'picture', LONGEST_PICTURE);
    this.recordings = filesOf(tar, places, 'recording', LONGEST_RECORDING);
    this.digests = { read: (row) => digestPart(tar, places[row]?.content) };
  }

  /** Looks the whole archive through, so that one that is damaged is refused before any of it is used. @throws UnreadableTable */
  static async open(path: string, options: { readonly memory?: string } = {}): Promise<ShardFile> {
    const file = await open(path);
    let failed: FailedRows | undefined;
    try {
      const { size } = await file.stat();
      const tar = new TarReader(file, path, size);
      const columns = new Set<string>();
      const places: SamplePlaces[] = [];
      for await (const sample of samplesOf(tar)) {
        places.push({
          picture: placeOf(sample.picture),
          recording: placeOf(sample.recording),
          content: placeOf(sample.content),
        });
        for (const name of Object.keys(await cellsOf(sample, tar))) columns.add(name);
      }
      if (places.length === 0) throw new UnreadableTable(path, 'there is nothing in it.');
      failed = await openFailed(path, options);
      const identity = await identityOf(path, failed);
      return new ShardFile(file, tar, path, [...columns], places, identity, failed);
    } catch (error) {
      failed?.table.close();
      await file.close();
      throw error;
    }
  }

  async *batches(columns: readonly string[] = this.columns, from = 0): AsyncGenerator<unknown[][]> {
    let batch: unknown[][] = [];
    let at = 0;
    for await (const sample of samplesOf(this.tar)) {
      at += 1;
      if (at <= from) continue;
      const cells = await cellsOf(sample, this.tar);
      batch.push(columns.map((name) => cells[name] ?? null));
      if (batch.length === ROWS_PER_BATCH) {
        yield batch;
        batch = [];
      }
    }
    if (batch.length > 0) yield batch;
    if (this.failed) yield* failedRows(this.failed, columns, Math.max(0, from - this.places.length));
  }

  /** The Parquet file beside the shard is written beside the target too. */
  async copyRows(rows: ChosenRows, target: string): Promise<void> {
    const keys = new Set<string>();
    const chosen = async function* (tar: TarReader) {
      let row = -1;
      for await (const sample of samplesOf(tar)) {
        row += 1;
        if (!rows.has(row)) continue;
        const { key } = await cellsOf(sample, tar);
        keys.add(typeof key === 'string' ? key : sample.key);
        yield sample;
      }
    };
    await copyParts(this.tar, chosen(this.tar), target);
    if (this.failed === undefined) return;
    const { table } = this.failed;
    const besides = await chooseBesides(table, keys, (failed) => rows.has(this.places.length + failed));
    await table.copyRows(besides, target.replace(/\.tar$/i, '.parquet'));
  }

  async close(): Promise<void> {
    this.failed?.table.close();
    await this.file.close();
  }
}

/** Where a sample's picture or recording lies, and whatever it is that the sample tells about. */
interface SamplePlaces {
  readonly picture: FilePlace | undefined;
  readonly recording: FilePlace | undefined;
  readonly content: FilePlace | undefined;
}

function placeOf(entry: TarEntry | undefined): FilePlace | undefined {
  return entry && { dataAt: entry.dataAt, size: entry.size };
}

/** @param longest what is longer is refused by its length alone, or not heard to its end, without being held */
function filesOf(
  tar: TarReader,
  places: readonly SamplePlaces[],
  kind: 'picture' | 'recording',
  longest: number,
): PictureSource | undefined {
  const count = places.filter((place) => place[kind] !== undefined).length;
  if (count === 0) return undefined;
  return {
    count,
    read: async (row) => {
      const place = places[row]?.[kind];
      return place && tar.read(place.dataAt, Math.min(place.size, longest + 1));
    },
  };
}

/** Rows of the Parquet file beside a shard that the shard has no picture of. */
interface FailedRows {
  readonly table: TableFile;
  readonly count: number;
}

async function openFailed(
  shard: string,
  options: { readonly memory?: string },
): Promise<FailedRows | undefined> {
  const path = shard.replace(/\.tar$/i, '.parquet');
  if (path === shard || !(await isFile(path))) return undefined;
  const table = await TableFile.open(path, options);
  try {
    if (!table.columns.includes('status') || !table.columns.includes('url')) {
      table.close();
      return undefined;
    }
    let count = 0;
    for await (const rows of failedRows({ table, count: 0 }, ['status'])) count += rows.length;
    return { table, count };
  } catch (error) {
    table.close();
    throw error;
  }
}

async function* failedRows(
  { table }: FailedRows,
  columns: readonly string[],
  from = 0,
): AsyncGenerator<unknown[][]> {
  const present = table.columns.filter((name) => name !== 'status' && columns.includes(name));
  let at = 0;
  for await (const rows of table.batches(['status', ...present])) {
    const failed = rows.filter(([status]) => status !== 'success');
    const wanted = failed.slice(Math.max(0, from - at));
    at += failed.length;
    if (wanted.length === 0) continue;
    yield wanted.map(([status, ...cells]) => {
      const named = new Map<string, unknown>(present.map((name, place) => [name, cells[place]]));
      named.set('status', status);
      return columns.map((name) => named.get(name) ?? null);
    });
  }
}

async function identityOf(path: string, failed: FailedRows | undefined): Promise<Uint8Array> {
  const hash = createHash('sha256').update(await fileIdentity(path));
  if (failed) hash.update(failed.table.identity);
  return new Uint8Array(hash.digest());
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}
