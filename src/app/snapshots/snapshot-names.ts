import { TABLE_FILES, type TableFile } from '../../core/snapshot/build-tables.js';

export const MANIFEST = 'manifest';
export const LATEST = 'latest.json';

/** Terms of standing offers, one line of JSON for each. */
export const TERMS = 'terms.ndjson';
export const YES = 'yes.ndjson';

export const RECORDS = 'records.bin' satisfies TableFile;

/** What the pages of the records hash to; there where these are many. */
export const PAGES = 'pages.bin';

/** What is needed to answer, or spares reading; the other files are for who reads tables. */
export const DECIDING_FILES: readonly string[] = [...TABLE_FILES, PAGES, TERMS];

/** No manifest is as long as that. */
export const MOST_MANIFEST_BYTES = 1_000_000;

export function pathIn(size: number, name: string): string {
  return `${size}/${name}`;
}
