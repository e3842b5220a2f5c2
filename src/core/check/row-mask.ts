/** Which rows of a table are chosen, a bit for each: 10^8 rows take 12.5 MB. */
export class RowMask {
  readonly #bits: Uint8Array;
  #chosen = 0;

  /** @param rows how many rows the table has; they are numbered from 0 */
  constructor(readonly rows: number) {
    this.#bits = new Uint8Array(Math.ceil(rows / 8));
  }

  /** How many are chosen. */
  get chosen(): number {
    return this.#chosen;
  }

  choose(row: number): void {
    if (row >= this.rows) throw new RangeError(`Row ${row} of ${this.rows} was chosen.`);
    const place = Math.floor(row / 8);
    const bits = this.#bits[place] ?? 0;
    const chosen = bits | (1 << (row % 8));
    if (chosen === bits) return;
    this.#bits[place] = chosen;
    this.#chosen += 1;
  }

  has(row: number): boolean {
    return (((this.#bits[Math.floor(row / 8)] ?? 0) >> (row % 8)) & 1) === 1;
  }
}
