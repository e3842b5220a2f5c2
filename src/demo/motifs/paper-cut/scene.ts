import type { Scene } from '../../define-style.js';
import type { PaperMotif } from '../../words/paper-cut.js';

export interface Palette {
  readonly sky: string;
  readonly far: string;
  readonly near: string;
  /** Kites, balloons and other bright scraps; the first is used most. */
  readonly scraps: readonly [string, string, string];
}

export type PaperScene = Scene<PaperMotif, Palette>;
