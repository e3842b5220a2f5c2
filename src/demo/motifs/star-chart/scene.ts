import type { Scene } from '../../define-style.js';
import type { StarMotif } from '../../words/star-chart.js';

export interface Palette {
  readonly night: string;
  readonly line: string;
  readonly glow: string;
}

export type StarScene = Scene<StarMotif, Palette>;
