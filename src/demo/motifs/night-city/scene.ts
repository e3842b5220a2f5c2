import type { Scene } from '../../define-style.js';
import type { CityMotif } from '../../words/night-city.js';

export interface Palette {
  readonly zenith: string;
  readonly horizon: string;
  readonly near: string;
  readonly light: string;
}

export type CityScene = Scene<CityMotif, Palette>;
