import type { PdqFingerprint, RegionFingerprint } from '../../core/likeness/fingerprint.js';
import type { PictureFingerprints } from '../../core/likeness/fingerprint-picture.js';
import type { Orientation } from '../../core/likeness/orientation.js';
import type { PdqHash } from '../../core/likeness/pdq-hash.js';
import type { Region } from '../../core/likeness/region.js';
import type { Agreement } from '../../core/likeness/verify-placement.js';

/** A small picture made anew from another: nothing of the original's bytes or metadata is in it. */
export interface Thumbnail {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly width: number;
  readonly height: number;
}

export interface Thumbnailer {
  /** Throws when the bytes are no picture that this registry shows. */
  render(bytes: Uint8Array, edge: number): Promise<Thumbnail>;
}

/** Longest edges, in pixels, that thumbnails come in. */
export const THUMBNAIL_EDGES = [160, 320, 640] as const;
export type ThumbnailEdge = (typeof THUMBNAIL_EDGES)[number];

/** A picture as what likeness and meaning are computed from, with the digests of the bytes that it came in. */
export interface ReadPicture {
  /** Red, green, blue, red, …: three bytes for each of `width` × `height` pixels, row after row. */
  readonly rgb: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** How large the picture was, upright, before it was fitted into `READ_EDGE`. */
  readonly from: { readonly width: number; readonly height: number };
  /** Lower-case hexadecimal, of the file. */
  readonly sha256: string;
  readonly md5: string;
}

/** What is said of a picture that is damaged, and of one that this registry was told to show nobody: the two are not told apart. */
export const DAMAGED_PICTURE = 'The picture is damaged or cut short. Save it anew from a picture editor.';

export interface PixelReader {
  /** Throws when the bytes are no picture that this registry reads. */
  read(bytes: Uint8Array): Promise<ReadPicture>;
}

export interface Redrawer {
  /**
   * The same picture in its full size and format, made anew: upright, of an animation the first frame, and with nothing of the
   * file's metadata, which may tell where and by whom it was taken. Throws when the bytes are no picture that this registry reads.
   */
  redraw(bytes: Uint8Array): Promise<Uint8Array>;
}

/** Longest edge, in pixels, of a picture that was read: what PDQ works on. */
export const READ_EDGE = 512;

/** Pictures by name, as they are looked for. */
export interface PictureIndex {
  /** For each hash the nearest regions within the distance at which they may be the same. */
  nearest(hashes: readonly PdqHash[]): Promise<readonly NearbyRegion[]>;
  /** All regions of the pictures named, in the order of the names. */
  regionsOf(pictures: readonly string[]): Promise<readonly (readonly RegionFingerprint[])[]>;
}

export interface NearbyRegion {
  /** Which of the hashes asked, from 0. */
  readonly asked: number;
  readonly picture: string;
  readonly region: Region;
  /** In bits. */
  readonly distance: number;
}

export interface WholeHashes {
  readonly whole: PdqFingerprint;
  /** PDQ of the whole laid down in each of `ORIENTATIONS` by turns. */
  readonly oriented: readonly PdqHash[];
}

export interface LikenessFindings extends WholeHashes {
  /** What of the index it shows as a whole or in part, best first, each once. */
  readonly found: readonly FoundPicture[];
}

export interface FoundPicture {
  readonly picture: string;
  /** How the searched picture has to be laid down to show it. */
  readonly orientation: Orientation;
  readonly agreement: Agreement;
}

/** The arithmetic of likeness, done where it keeps nobody waiting. */
export interface LikenessComputer {
  fingerprint(picture: ReadPicture): Promise<PictureFingerprints>;
  /** PDQ of the whole alone, which takes a part of the time. */
  hashes(picture: ReadPicture): Promise<WholeHashes>;
  /** Throws when it takes too long, or too many wait. */
  search(picture: ReadPicture, index: PictureIndex): Promise<LikenessFindings>;
}

/** What pictures are looked at with. */
export interface PictureTools {
  /** Pictures that this program draws itself; undefined for any other address. */
  own(url: string): Promise<Uint8Array | undefined>;
  /** False where the operator wants metadata only. */
  readonly mayFetch: boolean;
  readonly reader: PixelReader & Redrawer;
  readonly likeness: LikenessComputer;
}
