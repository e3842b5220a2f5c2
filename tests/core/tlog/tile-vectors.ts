import { readVectors } from '../url/vector-file.js';

interface TileVectors {
  readonly paths: readonly {
    readonly path: string;
    readonly kind: 'hashes' | 'entries';
    readonly level: number;
    readonly index: number;
    readonly width: number;
    readonly reason: string;
  }[];
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
  readonly levels: readonly {
    readonly size: number;
    readonly levels: readonly (readonly [full: number, partial: number])[];
    readonly reason: string;
  }[];
  readonly trees: readonly {
    readonly size: number;
    readonly tiles: readonly string[];
    readonly reason: string;
  }[];
  readonly growth: readonly {
    readonly oldSize: number;
    readonly newSize: number;
    readonly tiles: readonly string[];
    readonly reason: string;
  }[];
}

export const TILE_VECTORS = readVectors('tile-path.v1.json') as TileVectors;
