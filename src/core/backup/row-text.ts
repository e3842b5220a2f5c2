/** Rows in the text format of COPY (PostgreSQL manual, "COPY", Text Format): each ends with a line feed, and holds no other. */
const LINE_FEED = 0x0a;
/** In bytes; a longer row stands alone. */
const PART = 1024 * 1024;

export function countRows(text: Uint8Array): number {
  let rows = 0;
  for (let at = text.indexOf(LINE_FEED); at >= 0; at = text.indexOf(LINE_FEED, at + 1)) rows += 1;
  return rows;
}

/** Whether a text is of whole rows. */
export function isWholeRows(text: Uint8Array): boolean {
  return text.length > 0 && text[text.length - 1] === LINE_FEED;
}

/** Parts of whole rows. */
export function* splitRows(text: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < text.length;) {
    const near = text.lastIndexOf(LINE_FEED, start + PART - 1);
    const last = near >= start ? near : text.indexOf(LINE_FEED, start);
    const end = last < 0 ? text.length : last + 1;
    yield text.subarray(start, end);
    start = end;
  }
}
