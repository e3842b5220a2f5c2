import { bytesToHex } from '@noble/hashes/utils.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Item } from '../../../src/core/consent/coverage.js';
import type { PlaceKind } from '../../../src/core/consent/subject.js';
import { type Leaf, encodeLeaf } from '../../../src/core/log/leaf.js';
import { leafHash } from '../../../src/core/log/leaf-hash.js';
import { type PlaceLeafSubject, placeLeafSubject } from '../../../src/core/log/leaf-subject.js';
import { type DigestedItem, type Recognition, digestItem } from '../../../src/core/replay/digested-item.js';
import type { LoggedLeaf } from '../../../src/core/replay/logged-leaf.js';
import { applyLeaf } from '../../../src/core/replay/replay.js';
import { type ReplayState, emptyState } from '../../../src/core/replay/replay-state.js';
import { embeddedUrls } from '../../../src/core/url/embedded-urls.js';
import { urlExpressions } from '../../../src/core/url/url-expressions.js';

/** A leaf as the log takes it at an index. */
export function loggedLeaf(index: number, leaf: Leaf): LoggedLeaf {
  return { index, leaf, leafHash: leafHash(encodeLeaf(leaf), sha256) };
}

/** The id of a statement. */
export function idOf(entry: LoggedLeaf): string {
  return bytesToHex(entry.leafHash);
}

export function replayOf(entries: readonly LoggedLeaf[]): ReplayState {
  const state = emptyState();
  for (const entry of entries) {
    applyLeaf(state, entry);
  }
  return state;
}

/** 128 bits that a small number stands for. */
export function randomId(family: string, number: number): string {
  return bytesToHex(sha256(new TextEncoder().encode(`${family} ${number}`))).slice(0, 32);
}

export function place<Kind extends PlaceKind>(kind: Kind, expression: string): PlaceLeafSubject<Kind> {
  return placeLeafSubject(kind, expression, sha256);
}

/** An address in canonical form with everything under which it is looked up. */
export function itemAt(canonical: string, recognised: readonly Recognition[] = []): DigestedItem {
  const item: Pick<Item, 'outer' | 'embedded'> = {
    outer: urlExpressions(canonical),
    embedded: embeddedUrls(canonical).map(urlExpressions),
  };
  return digestItem(item, sha256, recognised);
}
