import { decodeEntryBundle } from '../../core/tlog/entry-bundle.js';
import { TILE_WIDTH } from '../../core/tlog/tile.js';
import { entriesPath } from '../../core/tlog/tile-path.js';
import type { LogFileSource } from './log-file-source.js';
import { LogCopyUnusable } from './log-copy-unusable.js';
import type { CopiedLeaf } from './refill-log.js';

/**
 * The leaves of a copy of a log with `size` leaves, from the bundle on that holds the leaf `from`.
 * @throws LogCopyUnusable when a bundle is missing or not as it must be
 */
export async function* copiedLeaves(
  source: LogFileSource,
  from: number,
  size: number,
): AsyncGenerator<CopiedLeaf> {
  for (let index = Math.floor(from / TILE_WIDTH); index * TILE_WIDTH < size; index += 1) {
    const width = Math.min(TILE_WIDTH, size - index * TILE_WIDTH);
    const path = entriesPath({ level: 0, index, width });
    const bytes = await source.read(path);
    if (bytes === undefined) throw new LogCopyUnusable(`it has no file ${path}`);
    const bundle = decodeEntryBundle(bytes, width);
    if (!bundle.ok) throw new LogCopyUnusable(`${path}: ${bundle.problem.message}`);
    for (const [offset, leaf] of bundle.entries.entries()) yield { index: index * TILE_WIDTH + offset, leaf };
  }
}
