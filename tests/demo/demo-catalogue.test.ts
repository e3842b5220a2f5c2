import { describe, expect, it } from '@jest/globals';
import { colourWord } from '../../src/demo/colour-word.js';
import { demoEntries } from '../../src/demo/demo-catalogue.js';
import { DEMO_STYLES, demoStyle } from '../../src/demo/demo-styles.js';

const entries = demoEntries();

function countBy<T>(items: readonly T[], key: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

describe('the demo catalogue', () => {
  it('holds at least 240 pictures in at least 12 styles, as many of each', () => {
    const perStyle = countBy(entries, ({ style }) => style);
    expect(entries.length).toBeGreaterThanOrEqual(240);
    expect(perStyle.size).toBeGreaterThanOrEqual(12);
    expect(new Set(perStyle.values()).size).toBe(1);
  });

  it('repeats no address and no caption', () => {
    expect(new Set(entries.map(({ url }) => url)).size).toBe(entries.length);
    expect(new Set(entries.map(({ caption }) => caption)).size).toBe(entries.length);
  });

  it('shows every style among its first rows, so that a first page is varied', () => {
    const first = entries.slice(0, DEMO_STYLES.length).map(({ style }) => style);
    expect(new Set(first).size).toBe(DEMO_STYLES.length);
  });

  it('is composed the same each time', () => {
    for (const entry of entries) {
      const again = demoStyle(entry.style).compose(entry.seed);
      expect([again.caption, again.width, again.height, again.language]).toEqual([
        entry.caption,
        entry.width,
        entry.height,
        entry.language,
      ]);
    }
  });

  it('keeps to the reserved name demo.test, over at least 8 hosts with several folders each', () => {
    const folders = new Map<string, Set<string>>();
    for (const { url } of entries) {
      const parsed = new URL(url);
      expect(parsed.href).toBe(url);
      expect(parsed.protocol).toBe('https:');
      expect(parsed.hostname).toMatch(/^[a-z.-]+\.demo\.test$/);
      expect(parsed.pathname).toMatch(/^(\/[a-z0-9-]+)+\/[a-z-]+-\d+\.png$/);
      const folder = parsed.pathname.slice(0, parsed.pathname.lastIndexOf('/'));
      folders.set(parsed.hostname, (folders.get(parsed.hostname) ?? new Set()).add(folder));
    }
    expect(folders.size).toBeGreaterThanOrEqual(8);
    for (const perHost of folders.values()) expect(perHost.size).toBeGreaterThanOrEqual(2);
  });

  it('gives every host to one author, who is a role and not a person', () => {
    const authors = countBy(entries, ({ url, author }) => `${new URL(url).hostname} ${author}`);
    expect(authors.size).toBe(new Set(entries.map(({ url }) => new URL(url).hostname)).size);
    for (const { author } of entries) expect(author).toMatch(/^an? [a-z -]+$/);
  });

  it('speaks mostly English and some Spanish, French and German', () => {
    const perLanguage = countBy(entries, ({ language }) => language);
    expect([...perLanguage.keys()].sort()).toEqual(['de', 'en', 'es', 'fr']);
    expect(perLanguage.get('en')).toBeGreaterThan(entries.length / 2);
    for (const count of perLanguage.values()) expect(count).toBeGreaterThanOrEqual(10);
  });

  it('leaves no slot of a caption unfilled', () => {
    for (const { caption } of entries) expect(caption).not.toMatch(/[{}]|undefined|\s\s/);
  });

  it('names in every caption a colour of the palette, in the language of the caption', () => {
    for (const { style, seed, caption, language } of entries) {
      const words = demoStyle(style)
        .compose(seed)
        .namedColours.map((hex) => colourWord(hex, language));
      expect(new Set(words).size).toBe(words.length);
      const named = words.filter((word) => caption.toLowerCase().includes(word.toLowerCase()));
      expect({ caption, named }).not.toEqual({ caption, named: [] });
    }
  });

  it.each([
    ['watercolor', 'the spelling most captions use'],
    ['watercolour', 'the British spelling'],
    ['acuarela', 'a Spanish search'],
    ['aquarelle', 'a French search'],
    ['forest', 'a place'],
    ['sea', 'a place'],
    ['fields', 'a place'],
    ['city', 'a place'],
    ['night', 'a time'],
    ['kites', 'a subject'],
    ['birds', 'a subject'],
    ['moon', 'a subject'],
    ['botanical', 'a genre'],
    ['geometric', 'a genre'],
    ['mosaic', 'a technique'],
    ['marbl', 'a technique'],
    ['ink', 'a technique'],
    ['woodcut', 'a technique'],
    ['cyanotype', 'a technique'],
    ['quilt', 'a technique'],
  ])('answers a search for %s (%s)', (word) => {
    expect(entries.filter(({ caption }) => caption.toLowerCase().includes(word)).length).toBeGreaterThan(0);
  });

  it('keeps its invented scores within the ranges of the columns they stand for', () => {
    for (const entry of entries) {
      expect(entry.aesthetic).toBeGreaterThan(5);
      expect(entry.aesthetic).toBeLessThan(8);
      expect(entry.similarity).toBeGreaterThan(0.28);
      expect(entry.similarity).toBeLessThan(0.4);
      expect(entry.punsafe).toBeLessThan(0.5);
      expect(entry.pwatermark).toBeLessThan(0.8);
      expect(Math.max(entry.width, entry.height)).toBeGreaterThanOrEqual(512);
      expect(Math.max(entry.width, entry.height)).toBeLessThanOrEqual(768);
    }
  });

  it('holds portrait, landscape and square pictures', () => {
    const shapes = countBy(entries, ({ width, height }) => String(Math.sign(width - height)));
    for (const shape of ['-1', '0', '1']) expect(shapes.get(shape)).toBeGreaterThan(20);
  });

  it('states a licence as LAION does: a Creative Commons address or a question mark', () => {
    for (const { license } of entries) {
      expect(license).toMatch(/^(\?|https:\/\/creativecommons\.org\/.+\/)$/);
    }
  });
});
