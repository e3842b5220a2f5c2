import { bytesToHex } from '@noble/hashes/utils.js';
import { textFingerprint } from '../../core/likeness/text-fingerprint.js';
import type { RecognisedBy } from '../../core/replay/subject-name.js';
import { inParallel } from '../catalogue/ingest/in-parallel.js';
import type { AskedContent, AskedFingerprint, AskedItem } from '../ports/consent-answers.js';
import type { TableSource } from '../ports/tables.js';
import { LEAST_CHARACTERS } from '../works/work-prints.js';
import type { AskedColumns } from './asked-columns.js';
import { samplePrints, type SamplePrints, type SampleTools } from './sample-prints.js';

/** A row as it is asked about. */
export interface AskedRow {
  readonly item: AskedItem;
  readonly author: string | undefined;
  readonly caption: string | undefined;
  /** Why the file that comes with the row was not compared by what it shows or sounds like. */
  readonly notCompared: string | undefined;
}

/** With what, and for whom, the files that come with rows are looked at. */
export interface SampleLook {
  readonly tools: SampleTools;
  readonly recognises: ReadonlySet<RecognisedBy>;
}

const SHA256 = /^[0-9a-f]{64}$/;
const MD5 = /^[0-9a-f]{32}$/;
/** Two for each of two cores: while one picture is decoded, another is compared. */
const FILES_AT_A_TIME = 4;

/** The rows of a table in order, as they are asked about, some thousands at a time. @throws UnreadableSource */
export async function* askedRows(
  source: TableSource,
  columns: AskedColumns,
  atOnce: number,
  look?: SampleLook,
): AsyncGenerator<AskedRow[]> {
  const { address, sha256, md5, text, caption, author } = columns;
  const wanted = [...new Set([address, sha256, md5, text, caption, author])].filter(
    (name) => name !== undefined,
  );
  const places = new Map(wanted.map((name, place) => [name, place]));
  const place = (name: string | undefined) => (name === undefined ? undefined : places.get(name));
  const at = { address: place(address), sha256: place(sha256), md5: place(md5), text: place(text) };
  const [authorAt, captionAt] = [place(author), place(caption)];
  const asksContent = [sha256, md5, text].some((name) => name !== undefined);
  let row = 0;
  let waiting: AskedRow[] = [];
  // Where nothing is asked by a column, rows are still counted by one.
  const read = wanted.length > 0 ? wanted : source.columns.slice(0, 1);
  for await (const batch of source.batches(read)) {
    const files = source.digests === undefined ? [] : await filesOf(source, row, batch.length, look);
    for (const [nth, cells] of batch.entries()) {
      const file = files[nth];
      const content =
        asksContent || file !== undefined ? contentOf(contentCells(cells, at), file) : undefined;
      const item = {
        address: at.address === undefined ? undefined : (textIn(cells, at.address) ?? ''),
        content,
      };
      waiting.push({
        item,
        author: textIn(cells, authorAt),
        caption: textIn(cells, captionAt),
        notCompared: file?.notCompared,
      });
    }
    row += batch.length;
    if (waiting.length >= atOnce) {
      yield waiting;
      waiting = [];
    }
  }
  if (waiting.length > 0) yield waiting;
}

/** What is known of the file that comes with a row. */
interface RowFile extends SamplePrints {
  readonly sha256?: string | undefined;
  readonly md5?: string | undefined;
}

/** The files of some rows, in their order. */
async function filesOf(
  source: TableSource,
  from: number,
  count: number,
  look: SampleLook | undefined,
): Promise<RowFile[]> {
  const files: RowFile[] = [];
  const numbers = Array.from({ length: count }, (_, nth) => nth);
  await inParallel(numbers, FILES_AT_A_TIME, async (nth) => {
    const digests = await source.digests?.read(from + nth);
    const prints =
      look === undefined
        ? { fingerprints: [] }
        : await samplePrints(source, from + nth, look.tools, look.recognises);
    files[nth] = { ...digests, ...prints };
  });
  return files;
}

interface ContentCells {
  readonly sha256: string | undefined;
  readonly md5: string | undefined;
  readonly text: string | undefined;
}

function contentCells(
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
function contentOf(cells: ContentCells, file: RowFile | undefined): AskedContent | undefined {
  const sha256 = [...new Set([cells.sha256, file?.sha256])].filter((digest) => digest !== undefined);
  const md5 = [...new Set([cells.md5, file?.md5])].filter((digest) => digest !== undefined);
  const text = cells.text === undefined ? [] : fingerprintsOf(cells.text);
  const fingerprints = [...text, ...(file?.fingerprints ?? [])];
  return sha256.length + md5.length + fingerprints.length === 0 ? undefined : { sha256, md5, fingerprints };
}

function fingerprintsOf(text: string): AskedFingerprint[] {
  const { algorithm, hash, characters } = textFingerprint(text);
  return characters < LEAST_CHARACTERS ? [] : [{ algorithm, value: bytesToHex(hash) }];
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
