/** Bytes that are had where they are asked for, wherever they lie. */
export interface BytesAt {
  readonly length: number;
  /** So many bytes from there on, all of which must be there. They may be overwritten by the next call. */
  at(offset: number, length: number): Uint8Array;
}

/** Bytes that are in memory. */
export function heldBytes(bytes: Uint8Array): BytesAt {
  return { length: bytes.length, at: (offset, length) => bytes.subarray(offset, offset + length) };
}
