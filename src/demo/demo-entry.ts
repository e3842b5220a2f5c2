/** Languages of the demo captions. */
export type DemoLanguage = 'en' | 'es' | 'fr' | 'de';

/** One row of the demo catalogue, with the columns a LAION row would have, and what is needed to draw its picture. */
export interface DemoEntry {
  /** Address below the reserved name `demo.test` (RFC 2606), so that it can never reach a real site. */
  readonly url: string;
  readonly caption: string;
  /** A role such as "a marbler", never a person. */
  readonly author: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Name of the style that draws it. */
  readonly style: string;
  /** Number of the picture within its style. */
  readonly seed: number;
  /** LAION's aesthetic score, about 1 to 10. */
  readonly aesthetic: number;
  /** CLIP cosine of picture and caption, as LAION reports it. */
  readonly similarity: number;
  /** 0 to 1. */
  readonly punsafe: number;
  /** 0 to 1. */
  readonly pwatermark: number;
  readonly language: DemoLanguage;
  /** A Creative Commons address, or `?` where none was found, as in LAION. */
  readonly license: string;
}
