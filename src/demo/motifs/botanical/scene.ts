import type { Scene } from '../../define-style.js';
import type { BotanicalMotif } from '../../words/botanical.js';

export interface Palette {
  readonly paper: string;
  readonly flower: string;
  readonly leaf: string;
  readonly heart: string;
}

export type BotanicalScene = Scene<BotanicalMotif, Palette>;
