import type { WriteParquet } from '../app/ports/tables.js';

/** Writes as `writeParquet`. DuckDB is loaded only with the first file: a process that writes none has no use for it. */
export const writeParquetLater: WriteParquet = async (...table) => {
  const { writeParquet } = await import('./write-parquet.js');
  return writeParquet(...table);
};
