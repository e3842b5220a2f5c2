/** Rows of one dataset or several, in decimal digits. */
export interface RowCounts {
  readonly rowsHeld: string;
  /** Null where nobody knows how many there are. */
  readonly rowsPublished: string | null;
}

/** Which part of what was published can be searched here, 0 to 1; undefined where that is not known. */
export function shareHeld({ rowsHeld, rowsPublished }: RowCounts): number | undefined {
  const published = Number(rowsPublished ?? 0);
  return published > 0 ? Number(rowsHeld) / published : undefined;
}
