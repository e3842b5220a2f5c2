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
