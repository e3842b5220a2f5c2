import type { Scene } from '../../define-style.js';
import type { InkMotif } from '../../words/ink-branches.js';

export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly accent: string;
}

export type InkScene = Scene<InkMotif, Palette>;
