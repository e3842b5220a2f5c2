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

export interface PixelReader {
  /** Throws when the bytes are no picture that this registry reads. */
  read(bytes: Uint8Array): Promise<ReadPicture>;
}

/** Longest edge, in pixels, of a picture that was read: what PDQ works on. */
export const READ_EDGE = 512;
