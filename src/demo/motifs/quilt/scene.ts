import type { Scene } from '../../define-style.js';
import type { QuiltMotif } from '../../words/quilt.js';

export interface Palette {
  readonly ground: string;
  /** The first two are used most. */
  readonly cloths: readonly [string, string, string, string, string];
}

export type QuiltScene = Scene<QuiltMotif, Palette>;
