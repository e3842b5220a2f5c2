import type { Scene } from '../../define-style.js';
import type { MosaicMotif } from '../../words/mosaic.js';

export interface Palette {
  readonly grout: string;
  /** Sun, petals, fish. */
  readonly bright: string;
  readonly second: string;
  /** Sky and water, light to dark. */
  readonly pale: string;
  readonly middle: string;
  readonly deep: string;
}

export type MosaicScene = Scene<MosaicMotif, Palette>;
