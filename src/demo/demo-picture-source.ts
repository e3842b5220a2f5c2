import { demoEntries } from './demo-catalogue.js';
import type { DemoEntry } from './demo-entry.js';
import { drawPicture } from './draw-picture.js';

let byUrl: ReadonlyMap<string, DemoEntry> | undefined;

/** PNG bytes of the demo picture at an address, spelt exactly as in the catalogue; undefined for every other address. */
export async function demoPictureFor(url: string): Promise<Uint8Array | undefined> {
  byUrl ??= new Map(demoEntries().map((entry) => [entry.url, entry]));
  const entry = byUrl.get(url);
  return entry === undefined ? undefined : drawPicture(entry);
}
