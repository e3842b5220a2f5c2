import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Medium } from '../../app/ports/catalogue.js';
import type { WorkFile } from '../../app/works/add-works.js';
import { UsageError } from '../usage-error.js';
import { MOST_SITEMAP_BYTES, readSitemap } from './read-sitemap.js';

/** Fetches a file of a work, or a sitemap, from where it is. */
export type FetchWork = (url: string, mostBytes?: number) => Promise<Uint8Array>;

const MEDIA: Readonly<Record<string, Medium>> = {
  '.jpg': 'image',
  '.jpeg': 'image',
  '.png': 'image',
  '.webp': 'image',
  '.gif': 'image',
  '.avif': 'image',
  '.txt': 'text',
  '.md': 'text',
  '.wav': 'audio',
  '.flac': 'audio',
  '.mp3': 'audio',
};

/**
 * A folder with all below it, a table with a column of files or addresses, or a sitemap: what of it may be works, in order.
 * @param onPassedOver is told of each file in a folder that is passed over: how its name ends, or `link`
 */
export async function findWorkFiles(
  source: string,
  cwd: string,
  fetch: FetchWork,
  onPassedOver: (kind: string) => void,
): Promise<AsyncIterable<WorkFile>> {
  if (/^https?:\/\//i.test(source)) return fromSitemap(await fetch(source, MOST_SITEMAP_BYTES), fetch);
  const path = resolve(cwd, source);
  const kind = await stat(path).catch(() => undefined);
  if (kind === undefined) throw new UsageError(`There is no ${source}.`);
  if (kind.isDirectory()) return fromFolder(path, path, onPassedOver);
  if (/\.xml(?:\.gz)?$/i.test(path)) return fromSitemap(await readFile(path), fetch);
  return fromTable(path, fetch);
}

async function* fromFolder(
  root: string,
  folder: string,
  onPassedOver: (kind: string) => void,
): AsyncGenerator<WorkFile> {
  const found = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of found) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* fromFolder(root, path, onPassedOver);
    else if (entry.isFile() && mediumOf(entry.name) !== undefined) {
      yield localFile(path, path.slice(root.length + 1));
    } else onPassedOver(entry.isSymbolicLink() ? 'link' : extname(entry.name).toLowerCase());
  }
}

function localFile(path: string, name: string, title = basename(path, extname(path))): WorkFile {
  return {
    name,
    title,
    medium: mediumOf(path) ?? 'image',
    read: async () => new Uint8Array(await readFile(path)),
  };
}

async function* fromSitemap(file: Uint8Array, fetch: FetchWork): AsyncGenerator<WorkFile> {
  for (const found of await readSitemap(file, (url) => fetch(url, MOST_SITEMAP_BYTES))) {
    if ('image' in found) yield remoteFile(found.image, undefined, fetch);
    else yield { ...remoteFile(found.sitemap, undefined, fetch), read: () => Promise.reject(found.problem) };
  }
}

function remoteFile(url: string, title: string | undefined, fetch: FetchWork): WorkFile {
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  return {
    name: url,
    title: title ?? decodeURIComponentSafely(basename(path, extname(path))),
    medium: mediumOf(path) ?? 'image',
    locations: [url],
    read: () => fetch(url),
  };
}

async function* fromTable(path: string, fetch: FetchWork): AsyncGenerator<WorkFile> {
  // Loaded only now: a folder or a sitemap has no use for DuckDB.
  const { TableFile } = await import('../../tables/table-file.js');
  const table = await TableFile.open(path, { mayHaveSemicolons: true });
  try {
    const column = (...names: string[]) =>
      table.columns.findIndex((name) => names.includes(name.toLowerCase()));
    const [file, url, title] = [column('file', 'path'), column('url'), column('title', 'caption', 'text')];
    if (file === -1 && url === -1) throw new UsageError('The table has no column named file, path or url.');
    for await (const rows of table.batches()) {
      for (const row of rows) {
        const cell = (at: number) => (typeof row[at] === 'string' && row[at] !== '' ? row[at] : undefined);
        const [local, address, name] = [cell(file), cell(url), cell(title)];
        if (local !== undefined) {
          const known = localFile(resolve(dirname(path), local), local, name);
          yield address === undefined ? known : { ...known, locations: [address] };
        } else if (address !== undefined) {
          yield remoteFile(address, name, fetch);
        }
      }
    }
  } finally {
    table.close();
  }
}

function mediumOf(name: string): Medium | undefined {
  return MEDIA[extname(name).toLowerCase()];
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
