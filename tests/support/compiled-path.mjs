import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where a source file is kept as it was compiled by itself; its source map beside it. */
export function compiledPath(path) {
  return join(ROOT, 'dist', 'sources', `${relative(ROOT, path)}.js`);
}
