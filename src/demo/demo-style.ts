import type { DemoLanguage } from './demo-entry.js';

/** A picture decided but not yet drawn: everything a row of the catalogue says about it. */
export interface Composition {
  readonly width: number;
  readonly height: number;
  readonly caption: string;
  readonly language: DemoLanguage;
  /** Folders and file name below the host, without a leading slash. */
  readonly path: string;
  /** The colours that the caption names, `#rrggbb`. */
  readonly namedColours: readonly string[];
  /** Draws it as SVG text. Takes some milliseconds, the rest of a composition takes microseconds. */
  readonly svg: () => string;
}

/** One way of drawing, and the role that draws so. */
export interface DemoStyle {
  readonly name: string;
  /** With its article: "a marbler". */
  readonly author: string;
  readonly host: string;
  readonly license: string;
  readonly compose: (seed: number) => Composition;
}
