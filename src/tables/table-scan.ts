import { literal, pathLiteral } from './sql-text.js';
import type { TableFormat } from './table-format.js';

/** A character that no address holds, so that each line of a text file is one cell. */
export const NEVER = '\u0001';

/** What stands between the cells of a CSV file: spreadsheets of countries that write decimal commas put semicolons there. */
export type CsvSeparator = ',' | ';';

/** A file's rows as something to select from, with columns to be found out. */
export function looseScan(path: string, format: TableFormat, separator: CsvSeparator = ','): string {
  const file = pathLiteral(path);
  switch (format) {
    case 'parquet':
      return `read_parquet(${file})`;
    case 'csv':
      return `read_csv(${file}, delim = '${separator}', quote = '"', escape = '"', header = true, all_varchar = true, strict_mode = true)`;
    case 'tsv':
      return `read_csv(${file}, delim = '\t', quote = '', escape = '', header = true, all_varchar = true, strict_mode = true)`;
    case 'ndjson':
      return `read_json(${file}, format = 'newline_delimited', sample_size = -1)`;
    case 'txt':
      return `read_csv(${file}, delim = '${NEVER}', quote = '', escape = '', header = false, auto_detect = false,
                       columns = {'url': 'VARCHAR'}, strict_mode = false)`;
  }
}

/**
 * The same, once the columns are known. A line of text that has more or fewer cells is then refused: while columns are being
 * found out, what is too much is dropped without a word.
 */
export function scan(
  path: string,
  format: TableFormat,
  columns: readonly string[],
  separator: CsvSeparator = ',',
): string {
  if (format !== 'csv' && format !== 'tsv') return looseScan(path, format);
  const [between, quote] = format === 'csv' ? [separator, '"'] : ['\t', ''];
  const types = columns.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ');
  return `read_csv(${pathLiteral(path)}, delim = '${between}', quote = '${quote}', escape = '${quote}', header = true,
                   auto_detect = false, columns = {${types}}, strict_mode = true)`;
}

/** A row for each line that holds anything: what a file of JSON objects, one a line, has as rows. */
export function lines(path: string): string {
  return `(SELECT line FROM read_csv(${pathLiteral(path)}, delim = '${NEVER}', quote = '', escape = '', header = false,
                   auto_detect = false, columns = {'line': 'VARCHAR'}, strict_mode = false, max_line_size = ${LONGEST_LINE})
            WHERE regexp_matches(line, '[^ \t\r]'))`;
}

/** As long as a JSON object may be where DuckDB reads it as such. */
const LONGEST_LINE = 16_777_216;

const CODECS = ['snappy', 'gzip', 'zstd', 'brotli', 'lz4', 'lz4_raw', 'uncompressed'];

/**
 * How COPY … TO writes a file of the format.
 * @param codec how a Parquet file that is written again was packed
 */
export function writing(format: TableFormat, target: string, codec = 'zstd'): string {
  const packed = target.endsWith('.gz')
    ? ', COMPRESSION gzip'
    : target.endsWith('.zst')
      ? ', COMPRESSION zstd'
      : '';
  switch (format) {
    case 'parquet':
      return `FORMAT parquet, COMPRESSION ${CODECS.includes(codec) ? codec : 'zstd'}`;
    case 'csv':
      return `FORMAT csv, HEADER true${packed}`;
    case 'tsv':
      return `FORMAT csv, HEADER true, DELIMITER '\t', QUOTE '', ESCAPE ''${packed}`;
    case 'ndjson':
      return `FORMAT json${packed}`;
    case 'txt':
      return `FORMAT csv, HEADER false, DELIMITER '${NEVER}', QUOTE '', ESCAPE ''${packed}`;
  }
}
