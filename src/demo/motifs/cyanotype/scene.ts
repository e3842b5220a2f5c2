import type { Scene } from '../../define-style.js';
import type { CyanotypeMotif } from '../../words/cyanotype.js';

export interface Palette {
  readonly paper: string;
  /** Where the sun reached the sheet. */
  readonly tone: string;
}

/** What a plant keeps from the sun: its outlines, and hairs too fine to have an outline. */
export interface PlantShadow {
  readonly outline: string;
  readonly hairs: string;
}

export type CyanotypeScene = Scene<CyanotypeMotif, Palette>;
