import { useSyncExternalStore } from 'react';
import { keptForTab } from '../browser/kept.js';

const KEY = 'assent.shows-hidden';

/** Without storage the choice lasts as long as the page is not loaded anew. */
let isShown = keptForTab.read(KEY) === 'yes';
const listeners = new Set<() => void>();

/**
 * Whether this visit shows what is hidden otherwise: rows that their dataset calls unsafe, and pictures that nobody rated without a
 * veil. Off until somebody switches it on, and kept for the tab.
 */
export function useShowsHidden(): readonly [isShown: boolean, choose: (isShown: boolean) => void] {
  return [useSyncExternalStore(subscribe, () => isShown), choose];
}

function choose(next: boolean): void {
  isShown = next;
  if (next) keptForTab.write(KEY, 'yes');
  else keptForTab.drop(KEY);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
