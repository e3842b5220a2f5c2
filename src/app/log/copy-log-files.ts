import { parseCheckpoint } from '../../core/tlog/checkpoint.js';
import { newTiles } from '../../core/tlog/new-tiles.js';
import { parseSignedNote } from '../../core/tlog/signed-note.js';
import { type Tile, TILE_WIDTH } from '../../core/tlog/tile.js';
import { entriesPath, tilePath } from '../../core/tlog/tile-path.js';
import type { LogFolder } from '../ports/log-folder.js';
import { LogCopyUnusable } from './log-copy-unusable.js';
import type { LogFileSource } from './log-file-source.js';

/**
 * Brings a folder up to the last checkpoint of a log: the tiles and bundles that are new or have grown, then the
 * checkpoint, so that whoever reads it finds all that it covers. What was partial goes once the full tile is there.
 * @returns how many leaves the folder then covers
 */
export async function copyLogFiles(source: LogFileSource, folder: LogFolder): Promise<number> {
  const note = await source.read('checkpoint');
  if (note === undefined) return 0;
  const [size, had] = [sizeOf(note), sizeIfAny(await folder.read('checkpoint'))];
  if (size === undefined) throw new LogCopyUnusable('its checkpoint cannot be read');
  for (const tile of newTiles(Math.min(had, size), size)) {
    await copyTile(source, folder, tilePath, tile);
    if (tile.level === 0) await copyTile(source, folder, entriesPath, tile);
  }
  await folder.write('checkpoint', note);
  return size;
}

async function copyTile(
  source: LogFileSource,
  folder: LogFolder,
  pathOf: (tile: Tile) => string,
  tile: Tile,
): Promise<void> {
  const path = pathOf(tile);
  const bytes = await source.read(path);
  if (bytes === undefined) throw new LogCopyUnusable(`it has no file ${path}`);
  await folder.write(path, bytes);
  if (tile.width === TILE_WIDTH) await folder.dropPartial(path);
}

function sizeIfAny(note: Uint8Array | undefined): number {
  return (note && sizeOf(note)) ?? 0;
}

function sizeOf(note: Uint8Array): number | undefined {
  const parsed = parseSignedNote(note);
  const read = parsed.ok ? parseCheckpoint(parsed.note.text) : undefined;
  return read?.ok ? read.checkpoint.size : undefined;
}
