import { mapColumns, NoUrlColumn } from '../catalogue/ingest/entry-columns.js';
import type { TableSource } from '../ports/tables.js';

/** By which columns the rows of a table are asked about, and what is shown beside the answers. */
export interface AskedColumns {
  /** Addresses; absent where rows are asked about by their content alone. */
  readonly address?: string | undefined;
  readonly sha256?: string | undefined;
  readonly md5?: string | undefined;
  /** Texts that are themselves what is asked about. */
  readonly text?: string | undefined;
  /** Captions, where names are looked for in them. */
  readonly caption?: string | undefined;
  /** Who a row says made it. */
  readonly author?: string | undefined;
}

export interface NamedColumns {
  readonly url?: string | undefined;
  readonly text?: string | undefined;
  /** True: the one that published datasets call so. Left out, captions are not read. */
  readonly caption?: string | true | undefined;
}

/** No column holds captions, and names were to be looked for in them. */
export class NoCaptionColumn extends Error {
  override readonly name = 'NoCaptionColumn';

  constructor({ fileName, columns }: TableSource) {
    super(
      `${fileName} has no column that is known to hold captions. It has ${columns.join(', ')}. Name it with --caption-column.`,
    );
  }
}

/** Rows looked at to tell addresses by what the cells hold. */
const LOOKED_AT = 100;
const ADDRESS = /^\s*https?:\/\//i;

/** Several columns hold addresses, and nothing tells which are those of the items. */
export class SeveralUrlColumns extends Error {
  override readonly name = 'SeveralUrlColumns';

  constructor(fileName: string, columns: readonly string[]) {
    super(
      `${fileName} has several columns with addresses: ${columns.join(', ')}. Name the one of the items with --url-column.`,
    );
  }
}

/**
 * The columns to ask by: those that were named, those that published datasets call so, and for addresses the one that holds
 * them. @throws NoUrlColumn when there is nothing to ask by, SeveralUrlColumns, NoCaptionColumn
 */
export async function askedColumns(source: TableSource, named: NamedColumns): Promise<AskedColumns> {
  const fields = mapColumns(source.columns)?.fields;
  const at = (position: number | undefined) =>
    position === undefined ? undefined : source.columns[position];
  const columns = {
    sha256: at(fields?.sha256) ?? alike(source, 'sha256'),
    md5: at(fields?.md5) ?? alike(source, 'md5'),
    text: named.text === undefined ? undefined : required(source, named.text),
    caption: captionColumn(source, named.caption, at(fields?.caption)),
    author: at(fields?.author),
  };
  const address =
    named.url === undefined ? (at(fields?.url) ?? (await byContent(source))) : required(source, named.url);
  const isByContent = [columns.sha256, columns.md5, columns.text].some((column) => column !== undefined);
  if (address === undefined && !isByContent && source.digests === undefined) throw new NoUrlColumn(source);
  return { ...columns, address };
}

function captionColumn(
  source: TableSource,
  named: NamedColumns['caption'],
  known: string | undefined,
): string | undefined {
  if (named === undefined) return undefined;
  if (named !== true) return required(source, named);
  const column = known ?? alike(source, 'caption');
  if (column === undefined) throw new NoCaptionColumn(source);
  return column;
}

function required(source: TableSource, name: string): string {
  const found = alike(source, name);
  if (found === undefined) throw new NoUrlColumn(source, name);
  return found;
}

function alike({ columns }: TableSource, name: string): string | undefined {
  return columns.find((column) => column.toLowerCase() === name.toLowerCase());
}

/** The column of whose first cells more than half are addresses. */
async function byContent(source: TableSource): Promise<string | undefined> {
  const counts = source.columns.map(() => 0);
  let rows = 0;
  for await (const batch of source.batches()) {
    for (const cells of batch.slice(0, LOOKED_AT - rows)) {
      rows += 1;
      cells.forEach((cell, column) => {
        if (typeof cell === 'string' && ADDRESS.test(cell)) counts[column] = (counts[column] ?? 0) + 1;
      });
    }
    if (rows >= LOOKED_AT) break;
  }
  const holding = source.columns.filter((_, column) => (counts[column] ?? 0) * 2 > rows);
  if (holding.length > 1) throw new SeveralUrlColumns(source.fileName, holding);
  return holding[0];
}
