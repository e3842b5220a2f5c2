/** Small texts kept in the browser. Storage may be forbidden (private windows, other apps' browsers): nothing is kept then. */
export interface Keeper {
  readonly read: (key: string) => string | null;
  readonly write: (key: string, value: string) => void;
  readonly drop: (key: string) => void;
}

/** Kept until the browser's data are cleared, and seen by every tab. */
export const keptForLong: Keeper = keeper(() => localStorage);

/** Kept as long as the tab, reloads included, and seen by no other. */
export const keptForTab: Keeper = keeper(() => sessionStorage);

/** Reaching for a forbidden storage throws, so even that happens inside. */
function keeper(open: () => Storage): Keeper {
  const attempt = <T>(act: (storage: Storage) => T): T | null => {
    try {
      return act(open());
    } catch {
      return null;
    }
  };
  return {
    read: (key) => attempt((storage) => storage.getItem(key)),
    write: (key, value) => {
      attempt((storage) => {
        storage.setItem(key, value);
      });
    },
    drop: (key) => {
      attempt((storage) => {
        storage.removeItem(key);
      });
    },
  };
}
