import type { HashList } from './known-hashes.js';

/** Several lists as one: what is on any of them is on it. */
export function joinHashLists(lists: readonly HashList[]): HashList {
  return {
    size: lists.reduce((sum, { size }) => sum + size, 0),
    comparesPictures: lists.some(({ comparesPictures }) => comparesPictures),
    comparesAddresses: lists.some(({ comparesAddresses }) => comparesAddresses),
    byDigests: (digests) => firstOf(lists, (list) => list.byDigests(digests)),
    byPicture: (hashes) => firstOf(lists, (list) => list.byPicture(hashes)),
    byAddress: (digest) => firstOf(lists, (list) => list.byAddress(digest)),
  };
}

function firstOf<T>(lists: readonly HashList[], find: (list: HashList) => T | undefined): T | undefined {
  for (const list of lists) {
    const found = find(list);
    if (found !== undefined) return found;
  }
  return undefined;
}
