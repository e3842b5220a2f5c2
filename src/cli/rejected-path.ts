import { join } from 'node:path';
import type { Ingestion } from '../app/ports/catalogue.js';

/** Folder of what was rejected of a dataset's files. */
export function rejectedFolder(dataDir: string, slug: string): string {
  return join(dataDir, 'ingestions', slug);
}

/** Where the rejected rows of a file are kept. Its own name comes from outside, so only plain characters of it are used. */
export function rejectedPath(dataDir: string, slug: string, { id, fileName }: Ingestion): string {
  const plain = fileName.replace(/[^A-Za-z0-9._-]/g, '_').slice(0, 80);
  return join(rejectedFolder(dataDir, slug), `${plain}.${id.slice(0, 8)}.rejected.ndjson`);
}
