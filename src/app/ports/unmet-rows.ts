import type { OrdinalRange } from './catalogue.js';

/** Rows of a dataset that are stored, and in which registered works are yet to be looked for. */
export interface UnmetRows {
  readonly id: string;
  readonly datasetId: number;
  /** Those that are new. */
  readonly added: readonly OrdinalRange[];
  /** Names of those whose picture was looked at, whether they are new or not. */
  readonly lookedAt: readonly Uint8Array[];
  readonly since: Date;
}

export interface UnmetRowsStore {
  add(rows: UnmetRows): Promise<void>;
  remove(id: string): Promise<void>;
  /** Those of open datasets that are left since before a time, the oldest first, at most so many. */
  leftBefore(at: Date, limit: number): Promise<UnmetRows[]>;
}
