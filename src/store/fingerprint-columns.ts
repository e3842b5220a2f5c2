import type { NewPictureLook, PictureLook, PictureOrigin } from '../app/ports/fingerprints.js';
import type { RegionFingerprint } from '../core/likeness/fingerprint.js';
import type { Cell, CellType } from './copy-binary.js';
import { bitBytes, toSignedKey } from './row-values.js';

const LOOK_CELLS = {
  dataset_id: 'int4',
  url_key: 'int8',
  row_id: 'bytea',
  looked_at: 'timestamptz',
  origin: 'text',
  problem: 'text',
  sha256: 'bytea',
  md5: 'bytea',
  byte_count: 'int4',
  width: 'int4',
  height: 'int4',
  algorithm: 'text',
  version: 'int2',
  hash: 'bit',
  quality: 'int2',
} as const satisfies Record<string, CellType>;

const REGION_CELLS = {
  dataset_id: 'int4',
  url_key: 'int8',
  row_id: 'bytea',
  place: 'int2',
  version: 'int2',
  hash: 'bit',
  quality: 'int2',
  left_edge: 'int2',
  top_edge: 'int2',
  width: 'int2',
  height: 'int2',
} as const satisfies Record<string, CellType>;

/** Columns in the order of `lookCells`, and of `regionCells`. */
export const LOOK_COLUMNS = Object.keys(LOOK_CELLS);
export const LOOK_TYPES: readonly CellType[] = Object.values(LOOK_CELLS);
export const REGION_COLUMNS = Object.keys(REGION_CELLS);
export const REGION_TYPES: readonly CellType[] = Object.values(REGION_CELLS);

/** A row of `fingerprints` as SQL gives it. */
export interface LookSqlRow {
  readonly looked_at: Date;
  readonly origin: PictureOrigin;
  readonly problem: string | null;
  readonly sha256: Uint8Array;
  readonly md5: Uint8Array;
  readonly byte_count: number;
  readonly width: number;
  readonly height: number;
  readonly hash: string;
  readonly quality: number;
}

/** A row of `fingerprint_regions` as SQL gives it. */
export interface RegionSqlRow {
  readonly place: number;
  readonly hash: string;
  readonly quality: number;
  readonly left_edge: number;
  readonly top_edge: number;
  readonly width: number;
  readonly height: number;
}

export function lookCells(datasetId: number, look: NewPictureLook): Cell[] {
  const { urlKey, rowId, lookedAt, origin, problem, picture } = look;
  return [
    datasetId,
    toSignedKey(urlKey),
    rowId,
    lookedAt,
    origin,
    problem,
    picture?.sha256,
    picture?.md5,
    picture?.byteCount,
    picture?.width,
    picture?.height,
    picture?.whole.algorithm,
    picture?.whole.version,
    picture?.whole.hash,
    picture?.whole.quality,
  ];
}

export function regionCells(datasetId: number, { urlKey, rowId, picture }: NewPictureLook): Cell[][] {
  return (picture?.regions ?? []).map(({ version, hash, quality, region }, place) => [
    datasetId,
    toSignedKey(urlKey),
    rowId,
    place,
    version,
    hash,
    quality,
    region.left,
    region.top,
    region.width,
    region.height,
  ]);
}

export function lookOf(row: LookSqlRow): PictureLook {
  const { looked_at: lookedAt, origin, problem } = row;
  if (problem !== null) return { lookedAt, origin, problem };
  return {
    lookedAt,
    origin,
    picture: {
      sha256: new Uint8Array(row.sha256),
      md5: new Uint8Array(row.md5),
      byteCount: row.byte_count,
      width: row.width,
      height: row.height,
      whole: { algorithm: 'pdq', version: 1, hash: bitBytes(row.hash), quality: row.quality },
    },
  };
}

export function regionOfRow(row: RegionSqlRow): RegionFingerprint {
  return {
    algorithm: 'pdq',
    version: 1,
    hash: bitBytes(row.hash),
    quality: row.quality,
    region: { left: row.left_edge, top: row.top_edge, width: row.width, height: row.height },
  };
}
