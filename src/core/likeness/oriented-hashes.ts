import type { Luminance } from './luminance.js';
import { ORIENTATIONS, type Orientation, STEPS } from './orientation.js';
import { pdqBlock } from './pdq-block.js';
import { type PdqHash, pdqHash } from './pdq-hash.js';
import { type PdqSpectrum, pdqSpectrum, turnSpectrum } from './pdq-spectrum.js';

/**
 * PDQ as published, of the picture laid down in each of `ORIENTATIONS` by turns. To turn the spectrum of the picture as it is
 * would be cheaper, but PDQ's filter leans to one side where its window is even, which moves up to 32 bits (measured): enough to
 * miss a mirrored copy. So the picture is mirrored before the filter, and only rows and columns are swapped after it.
 */
export function orientedHashes(picture: Luminance): readonly PdqHash[] {
  const spectra = new Map<string, PdqSpectrum>();
  return ORIENTATIONS.map((orientation) => {
    const [across, down] = mirrorsBefore(orientation);
    const key = `${across} ${down}`;
    const spectrum = spectra.get(key) ?? pdqSpectrum(pdqBlock(mirrored(picture, across, down)));
    spectra.set(key, spectrum);
    return pdqHash(STEPS[orientation][0] ? turnSpectrum(spectrum, 'mirrored-turned-270') : spectrum);
  });
}

/** Mirroring after rows and columns were swapped is mirroring the other way before. */
function mirrorsBefore(orientation: Orientation): readonly [across: boolean, down: boolean] {
  const [transposed, across, down] = STEPS[orientation];
  return transposed ? [down, across] : [across, down];
}

function mirrored(picture: Luminance, across: boolean, down: boolean): Luminance {
  const { width, height, values } = picture;
  const result = new Float32Array(values.length);
  for (let row = 0; row < height; row += 1) {
    const from = (down ? height - 1 - row : row) * width;
    const line = values.subarray(from, from + width);
    result.set(across ? line.toReversed() : line, row * width);
  }
  return { width, height, values: result };
}
