import type { PdqFingerprint, RegionFingerprint } from '../../core/likeness/fingerprint.js';
import type { PdqHash } from '../../core/likeness/pdq-hash.js';
import type { Region } from '../../core/likeness/region.js';
import type { Entry, EntryKey } from './catalogue.js';

/**
 * Where the picture was had from: its address, this program (it drew it), or a shard, which holds a picture made smaller, so that
 * its bytes say nothing about those at the address.
 */
export type PictureOrigin = 'address' | 'own' | 'shard';

/** What is kept of a picture once it was read; never the picture. */
export interface FingerprintedPicture {
  /** Of the file. */
  readonly sha256: Uint8Array;
  readonly md5: Uint8Array;
  readonly byteCount: number;
  /** Pixels, the way up that it is shown. */
  readonly width: number;
  readonly height: number;
  readonly whole: PdqFingerprint;
}

/** What came of looking for an entry's picture. */
export interface PictureLook<Picture = FingerprintedPicture> {
  readonly lookedAt: Date;
  readonly origin: PictureOrigin;
  /** Absent when there was no picture to be had. */
  readonly picture?: Picture | undefined;
  /** Why there was none: a code of `FetchRefused` or `PictureRefused`, `robots`, or `status-404` and the like. */
  readonly problem?: string | undefined;
}

export type NewPictureLook = Pick<EntryKey, 'urlKey' | 'rowId'> &
  PictureLook<FingerprintedPicture & { readonly regions: readonly RegionFingerprint[] }>;

/** A picture of the catalogue that lies near to a hash. */
export interface NearPicture {
  /** Which of the hashes asked, from 0. */
  readonly asked: number;
  readonly key: EntryKey;
  /** In bits. */
  readonly distance: number;
}

export interface NearWhole extends NearPicture {
  readonly quality: number;
  /** Pixels of its shorter side. */
  readonly shorterEdge: number;
}

export interface NearRegion extends NearPicture {
  readonly region: Region;
}

export interface NearQuestion {
  readonly hashes: readonly PdqHash[];
  /** In bits. */
  readonly maxDistance: number;
  /** Rows for each hash. */
  readonly limit: number;
  /** In which dataset; absent: in all that are open. */
  readonly datasetId?: number | undefined;
}

/** How many of a dataset's pictures were looked for. */
export interface FingerprintedCount {
  readonly datasetId: number;
  readonly read: bigint;
  readonly missed: bigint;
}

export interface FingerprintStore {
  /** Keeps what came of looking, in one transaction; what was known of the same entries is overwritten. @throws NoSuchDataset */
  addBatch(datasetId: number, batch: readonly NewPictureLook[]): Promise<void>;
  /** In the order of the keys. */
  ofEntries(keys: readonly EntryKey[]): Promise<(PictureLook | undefined)[]>;
  /**
   * Rows of a dataset, in their order after `after`, whose picture was never looked for, or missed before `missedBefore`.
   */
  notLookedFor(
    datasetId: number,
    page: { readonly after: bigint; readonly limit: number; readonly missedBefore: Date },
  ): Promise<Entry[]>;
  /** The nearest hashes of whole pictures; near ones may be missed seldom, and distances are exact. */
  nearestWholes(question: NearQuestion): Promise<NearWhole[]>;
  /** The nearest hashes of regions, likewise. */
  nearestRegions(question: NearQuestion): Promise<NearRegion[]>;
  /** All regions of the pictures, in the order of the keys. */
  regionsOf(keys: readonly EntryKey[]): Promise<(readonly RegionFingerprint[])[]>;
  /** Entries of which it is known, from the dataset or from looking, that they led to this very file. */
  withBytes(
    digests: { readonly sha256: Uint8Array; readonly md5: Uint8Array },
    scope: { readonly datasetId?: number | undefined; readonly limit: number },
  ): Promise<EntryKey[]>;
  /**
   * Entries of open datasets whose address leads, or led, to this very file: as the dataset says, or as was seen at the address. What
   * a shard holds is not counted. By SHA-256 rather than by MD5 where both are known.
   */
  sameFiles(
    digests: { readonly sha256: Uint8Array; readonly md5: Uint8Array },
    limit: number,
  ): Promise<{ readonly key: EntryKey; readonly by: 'sha256' | 'md5' }[]>;
  /** Of those datasets of which any picture was looked for. */
  counts(): Promise<FingerprintedCount[]>;
}
