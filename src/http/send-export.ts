import type { Response } from 'express';
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type ExportCells, exportText } from '../app/catalogue/search/export-text.js';
import type { ParquetType, WriteParquet } from '../app/ports/tables.js';

const TYPES = {
  csv: 'text/csv; charset=utf-8; header=present',
  ndjson: 'application/x-ndjson; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
} as const;

/** Endings of exports, as a part of a regular expression. */
export const EXPORT_ENDINGS = Object.keys(TYPES).join('|');

export type ExportFormat = keyof typeof TYPES;

export interface ExportToSend {
  /** Without its ending. */
  readonly name: string;
  readonly format: ExportFormat;
  readonly columns: Readonly<Record<string, ParquetType>>;
  readonly batches: AsyncIterable<readonly ExportCells[]>;
}

/** Sends rows as a file. Parquet ends with what says where its columns lie: it is written whole, and sent then. */
export async function sendExport(
  response: Response,
  { name, format, columns, batches }: ExportToSend,
  writeParquet: WriteParquet,
): Promise<void> {
  response.set({
    'Content-Type': TYPES[format],
    'Content-Disposition': `attachment; filename="${name}.${format}"`,
    'Cache-Control': 'no-store',
  });
  if (format !== 'parquet') return pipeline(exportText(format, columns, batches), response);
  const path = join(tmpdir(), `assent-${randomUUID()}.parquet`);
  try {
    await writeParquet(path, columns, batches);
    await pipeline(createReadStream(path), response);
  } finally {
    await rm(path, { force: true });
  }
}
