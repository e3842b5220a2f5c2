import { bytesToHex } from '@noble/hashes/utils.js';
import { textFingerprint } from '../../core/likeness/text-fingerprint.js';
import type { AskedContent, AskedItem } from '../ports/consent-answers.js';
import type { TableSource } from '../ports/tables.js';
import type { AskedColumns } from './asked-columns.js';

/** A row as it is asked about. */
export interface AskedRow {
  readonly item: AskedItem;
  readonly author: string | undefined;
}

const SHA256 = /^[0-9a-f]{64}$/;
const MD5 = /^[0-9a-f]{32}$/;
/** Of a text reduced to letters and digits: a shorter one is like too many others. */
const LEAST_CHARACTERS = 200;

/** The rows of a table in order, as they are asked about, some thousands at a time. @throws UnreadableSource */
export async function* askedRows(
  source: TableSource,
  columns: AskedColumns,
  atOnce: number,
): AsyncGenerator<AskedRow[]> {
  const { address, sha256, md5, text, author } = columns;
  const wanted = [address, sha256, md5, text, author].filter((name) => name !== undefined);
  const places = new Map(wanted.map((name, place) => [name, place]));
  const place = (name: string | undefined) => (name === undefined ? undefined : places.get(name));
  const at = { address: place(address), sha256: place(sha256), md5: place(md5), text: place(text) };
  const authorAt = place(author);
  const asksContent = source.digests !== undefined || [sha256, md5, text].some((name) => name !== undefined);
  let row = 0;
  let waiting: AskedRow[] = [];
  // Where nothing is asked by a column, rows are still counted by one.
  const read = wanted.length > 0 ? wanted : source.columns.slice(0, 1);
  for await (const batch of source.batches(read)) {
    for (const cells of batch) {
      const content = asksContent ? await contentOf(source, row, digestsIn(cells, at)) : undefined;
      const item = {
        address: at.address === undefined ? undefined : (textIn(cells, at.address) ?? ''),
        content,
      };
      waiting.push({ item, author: textIn(cells, authorAt) });
      row += 1;
    }
    if (waiting.length >= atOnce) {
      yield waiting;
      waiting = [];
    }
  }
  if (waiting.length > 0) yield waiting;
}

interface ContentCells {
  readonly sha256: string | undefined;
  readonly md5: string | undefined;
  readonly text: string | undefined;
}

function digestsIn(
  cells: readonly unknown[],
  at: {
    readonly sha256: number | undefined;
    readonly md5: number | undefined;
    readonly text: number | undefined;
  },
): ContentCells {
  return {
    sha256: digestIn(cells, at.sha256, SHA256),
    md5: digestIn(cells, at.md5, MD5),
    text: textIn(cells, at.text),
  };
}

/** Without what is known of any bytes there is no content, so that nothing has to be looked up. */
function contentOf(
  source: TableSource,
  row: number,
  cells: ContentCells,
): Promise<AskedContent | undefined> | AskedContent | undefined {
  if (source.digests !== undefined) {
    return source.digests.read(row).then((bytes) => {
      const sha256 = [...new Set([cells.sha256, bytes?.sha256])].filter((digest) => digest !== undefined);
      const md5 = [...new Set([cells.md5, bytes?.md5])].filter((digest) => digest !== undefined);
      return sha256.length + md5.length === 0 ? undefined : { sha256, md5 };
    });
  }
  if (cells.sha256 === undefined && cells.md5 === undefined && cells.text === undefined) return undefined;
  return {
    sha256: cells.sha256 === undefined ? undefined : [cells.sha256],
    md5: cells.md5 === undefined ? undefined : [cells.md5],
    fingerprints: cells.text === undefined ? undefined : fingerprintsOf(cells.text),
  };
}

function fingerprintsOf(text: string): AskedContent['fingerprints'] {
  const { algorithm, hash, characters } = textFingerprint(text);
  return characters < LEAST_CHARACTERS ? undefined : [{ algorithm, value: bytesToHex(hash) }];
}

function textIn(cells: readonly unknown[], place: number | undefined): string | undefined {
  const cell = place === undefined ? undefined : cells[place];
  return typeof cell === 'string' ? cell : undefined;
}

/** A digest as hexadecimal or as bytes; whatever else stands there is none. */
function digestIn(cells: readonly unknown[], place: number | undefined, form: RegExp): string | undefined {
  const cell = place === undefined ? undefined : cells[place];
  const digest = cell instanceof Uint8Array ? bytesToHex(cell) : typeof cell === 'string' ? cell : '';
  const text = digest.trim().toLowerCase();
  return form.test(text) ? text : undefined;
}
