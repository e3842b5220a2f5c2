import { encodeQR } from 'qr';

export interface QrShape {
  /** Width and height in modules, with the light margin around the code. */
  readonly size: number;
  /** SVG path of the dark modules, one unit each. */
  readonly path: string;
}

/** In modules; ISO/IEC 18004 asks for it. */
const QUIET_ZONE = 4;

/** The QR code of a text. It stays readable when up to 15 % of it is hidden, by a fold or a stain. */
export function qrShape(text: string): QrShape {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET_ZONE });
  return { size: rows.length, path: rows.flatMap((row, y) => runsOf(row, y)).join('') };
}

/** Dark modules side by side are one shape, so that no light line shows between them in print. */
function runsOf(row: readonly boolean[], y: number): string[] {
  const runs: string[] = [];
  for (let x = 0; x < row.length; x += 1) {
    const start = x;
    while (row[x] === true) {
      x += 1;
    }
    if (x > start) {
      runs.push(`M${start} ${y}h${x - start}v1h-${x - start}z`);
    }
  }
  return runs;
}
