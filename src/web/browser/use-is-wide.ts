import { useSyncExternalStore } from 'react';

const WIDE = window.matchMedia('(min-width: 64rem)');

/** Whether there is room for something beside the list, for parts that are built in another way where there is none. */
export function useIsWide(): boolean {
  return useSyncExternalStore(subscribe, () => WIDE.matches);
}

function subscribe(listener: () => void): () => void {
  WIDE.addEventListener('change', listener);
  return () => {
    WIDE.removeEventListener('change', listener);
  };
}
