/**
 * Paths of tiles and entry bundles below the log's prefix, c2sp.org/tlog-tiles: `tile/<L>/<N>[.p/<W>]` and
 * `tile/entries/<N>[.p/<W>]`, N in groups of three digits, all but the last with an `x`: 1234067 is `x001/x234/067`.
 */
import { type Refusal, refuse } from '../bytes/refusal.js';
import { TILE_WIDTH, type Tile } from './tile.js';

/** A bundle holds the entries whose leaf hashes are in the tile of level 0 of the same index and width. */
export interface TileResource {
  readonly kind: 'hashes' | 'entries';
  /** Of level 0 for entries. */
  readonly tile: Tile;
}

export type ParsedTilePath = ({ readonly ok: true } & TileResource) | Refusal<'not-a-tile-path'>;

const MAX_LEVEL = 63;
const PATH = /^tile\/(entries|0|[1-9][0-9]?)\/((?:x[0-9]{3}\/){0,5}[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/;

/** The path of a tile of hashes, without a slash before it. Throws `RangeError` for a tile that cannot be. */
export function tilePath(tile: Tile): string {
  return pathBelow(String(tile.level), tile);
}

/** The path of the bundle of entries under a tile of level 0. Throws `RangeError` for a tile that cannot be. */
export function entriesPath(tile: Tile): string {
  if (tile.level !== 0) {
    throw new RangeError('Entries stand under the tiles of level 0.');
  }
  return pathBelow('entries', tile);
}

/** Reads a path as `tilePath` or `entriesPath` writes it, and no other spelling of it. */
export function parseTilePath(path: string): ParsedTilePath {
  const [, folder, groups, partial] = PATH.exec(path) ?? [];
  const kind = folder === 'entries' ? 'entries' : 'hashes';
  const tile = {
    level: kind === 'entries' ? 0 : Number(folder),
    index: Number((groups ?? '').replace(/[x/]/g, '')),
    width: partial === undefined ? TILE_WIDTH : Number(partial),
  };
  const exists = groups !== undefined && isTile(tile);
  return exists && (kind === 'entries' ? entriesPath(tile) : tilePath(tile)) === path
    ? { ok: true, kind, tile }
    : refuse(
        'not-a-tile-path',
        'This is not the path of a tile or an entry bundle, such as tile/0/x001/234.p/5.',
      );
}

function pathBelow(folder: string, tile: Tile): string {
  if (!isTile(tile)) {
    throw new RangeError(
      `There is no tile of level ${tile.level}, index ${tile.index} and width ${tile.width}.`,
    );
  }
  const digits = String(tile.index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const groups = padded.replace(/[0-9]{3}(?=[0-9])/g, 'x$&/');
  return `tile/${folder}/${groups}${tile.width === TILE_WIDTH ? '' : `.p/${tile.width}`}`;
}

function isTile({ level, index, width }: Tile): boolean {
  return (
    [level, index, width].every((value) => Number.isSafeInteger(value) && value >= 0) &&
    level <= MAX_LEVEL &&
    width >= 1 &&
    width <= TILE_WIDTH
  );
}
