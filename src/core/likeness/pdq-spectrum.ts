/**
 * The next step of PDQ: the 16 × 16 lowest frequencies of a block, without the constant ones, and what they become when the
 * picture is turned or mirrored. Source: facebook/ThreatExchange, pdq/cpp/hashing (dct64To16 and its dihedral variants).
 */
import { type Orientation, STEPS } from './orientation.js';
import { BLOCK_EDGE, type PdqBlock } from './pdq-block.js';

/** Edge of a spectrum, in coefficients. */
export const SPECTRUM_EDGE = 16;

/** Coefficients of the cosine transform for the frequencies 1 to 16 downwards (rows) and across (columns). */
export type PdqSpectrum = Float64Array;

/** Values on either side of the middle have the same cosine, or at every other frequency its negative. */
const HALF = BLOCK_EDGE / 2;

/** Row `i`, column `k`: cosine of frequency `i + 1` at value `k`, scaled to keep lengths (Zauner 2010, section 3.2.1). */
const COSINES = cosines();

function cosines(): Float64Array {
  const matrix = new Float64Array(SPECTRUM_EDGE * HALF);
  const scale = Math.sqrt(2 / BLOCK_EDGE);
  for (let i = 0; i < SPECTRUM_EDGE; i += 1) {
    for (let k = 0; k < HALF; k += 1) {
      matrix[i * HALF + k] = scale * Math.cos((Math.PI / 2 / BLOCK_EDGE) * (i + 1) * (2 * k + 1));
    }
  }
  return matrix;
}

export function pdqSpectrum(block: PdqBlock): PdqSpectrum {
  return lowFrequencies(lowFrequencies(block, BLOCK_EDGE), SPECTRUM_EDGE);
}

/**
 * The frequencies 1 to 16 along each column of 64 values, one column's in a row of the result: what stood in rows stands in
 * columns, so that a second pass transforms the other direction and puts both back.
 */
function lowFrequencies(values: Float32Array | Float64Array, columns: number): Float64Array {
  const found = new Float64Array(columns * SPECTRUM_EDGE);
  const sums = new Float64Array(HALF);
  const differences = new Float64Array(HALF);
  for (let column = 0; column < columns; column += 1) {
    for (let k = 0; k < HALF; k += 1) {
      const before = values[k * columns + column] ?? 0;
      const after = values[(BLOCK_EDGE - 1 - k) * columns + column] ?? 0;
      sums[k] = before + after;
      differences[k] = before - after;
    }
    for (let i = 0; i < SPECTRUM_EDGE; i += 1) {
      const folded = i % 2 === 0 ? differences : sums;
      let sum = 0;
      for (let k = 0; k < HALF; k += 1) sum += (folded[k] ?? 0) * (COSINES[i * HALF + k] ?? 0);
      found[column * SPECTRUM_EDGE + i] = sum;
    }
  }
  return found;
}

/** The spectrum of the same picture laid down otherwise: mirroring negates every odd frequency in its direction. */
export function turnSpectrum(spectrum: PdqSpectrum, orientation: Orientation): PdqSpectrum {
  const [transposed, across, down] = STEPS[orientation];
  const turned = new Float64Array(spectrum.length);
  for (let row = 0; row < SPECTRUM_EDGE; row += 1) {
    for (let column = 0; column < SPECTRUM_EDGE; column += 1) {
      const from = transposed ? column * SPECTRUM_EDGE + row : row * SPECTRUM_EDGE + column;
      const isNegated = (across && column % 2 === 0) !== (down && row % 2 === 0);
      turned[row * SPECTRUM_EDGE + column] = (spectrum[from] ?? 0) * (isNegated ? -1 : 1);
    }
  }
  return turned;
}
