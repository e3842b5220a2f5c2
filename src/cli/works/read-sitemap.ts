import { gunzipSync } from 'node:zlib';
import { UsageError } from '../usage-error.js';
import { sitemapImages, sitemapsOfIndex } from './sitemap-images.js';

/** As large as sitemaps.org allows one to be once it is unpacked. */
export const MOST_SITEMAP_BYTES = 52_428_800;

/** A picture that a sitemap names, or a sitemap of an index that could not be read, with why. */
export type SitemapFound = { readonly image: string } | { readonly sitemap: string; readonly problem: Error };

/**
 * What a sitemap leads to (sitemaps.org 0.9), packed with gzip or not: its own pictures, or, of an index, those of every sitemap in it,
 * each picture once, in order.
 * @param fetch gets the sitemaps of an index
 * @throws UsageError when it names neither pictures nor sitemaps, or is packed in a way that cannot be unpacked
 */
export async function readSitemap(
  file: Uint8Array,
  fetch: (url: string) => Promise<Uint8Array>,
): Promise<readonly SitemapFound[]> {
  const xml = unpacked(file);
  const inside = sitemapsOfIndex(xml);
  if (inside === undefined) {
    const images = sitemapImages(xml);
    if (images.length === 0) {
      throw new UsageError('The sitemap names no pictures: it needs <image:loc>, or <loc> of picture files.');
    }
    return images.map((image) => ({ image }));
  }
  const named = new Set<string>();
  const unread: SitemapFound[] = [];
  for (const sitemap of inside) {
    try {
      for (const image of await imagesAt(sitemap, fetch)) named.add(image);
    } catch (error) {
      unread.push({ sitemap, problem: error instanceof Error ? error : new Error(String(error)) });
    }
  }
  if (named.size === 0 && unread.length === 0) {
    throw new UsageError(
      'No sitemap of this index names pictures: they need <image:loc>, or <loc> of picture files.',
    );
  }
  return [...[...named].map((image) => ({ image })), ...unread];
}

async function imagesAt(url: string, fetch: (url: string) => Promise<Uint8Array>): Promise<string[]> {
  const xml = unpacked(await fetch(url));
  if (sitemapsOfIndex(xml) !== undefined) {
    throw new UsageError('This is an index of sitemaps within another. Give it by itself.');
  }
  return sitemapImages(xml);
}

function unpacked(file: Uint8Array): string {
  const isPacked = file[0] === 0x1f && file[1] === 0x8b;
  try {
    const bytes = isPacked ? gunzipSync(file, { maxOutputLength: MOST_SITEMAP_BYTES }) : file;
    return new TextDecoder().decode(bytes);
  } catch {
    throw new UsageError('The sitemap cannot be unpacked: it is cut, or holds more than 50 MB.');
  }
}
