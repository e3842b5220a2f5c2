import type { DemoEntry } from './demo-entry.js';
import type { DemoStyle } from './demo-style.js';
import { DEMO_STYLES } from './demo-styles.js';
import { SeededRandom } from './seeded-random.js';

/** Enough for every motif of a style in every one of its palettes. */
const PICTURES_PER_STYLE = 24;

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function entryOf(style: DemoStyle, seed: number): DemoEntry {
  const { width, height, caption, language, path } = style.compose(seed);
  const scores = new SeededRandom(`${style.name}/${seed}/scores`);
  return {
    url: `https://${style.host}/${path}`,
    caption,
    author: style.author,
    width,
    height,
    style: style.name,
    seed,
    aesthetic: rounded(6.4 + scores.wobble() * 1.3),
    similarity: rounded(0.34 + scores.wobble() * 0.055),
    punsafe: rounded(0.02 * scores.next() ** 3),
    pwatermark: rounded(0.25 * scores.next() ** 2),
    language,
    license: style.license,
  };
}

function allEntries(): readonly DemoEntry[] {
  return Array.from({ length: PICTURES_PER_STYLE }, (_, seed) =>
    DEMO_STYLES.map((style) => entryOf(style, seed)),
  ).flat();
}

let entries: readonly DemoEntry[] | undefined;

/**
 * The rows of the demo catalogue, the same on every machine. Nothing is drawn here: the scores are invented within the
 * ranges that LAION's aesthetic subsets show, and captions follow from the palettes.
 */
export function demoEntries(): readonly DemoEntry[] {
  entries ??= allEntries();
  return entries;
}
