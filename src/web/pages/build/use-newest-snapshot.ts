import { useCallback, useEffect, useState } from 'react';
import type { NewestSnapshot, SentSnapshot } from '../../verification/open-newest-snapshot.js';

/** `none`: no snapshot was made yet. `unverified`: what was sent is not what the log signed. `unread`: it could not be read. */
export type Newest =
  | { readonly kind: 'asking' | 'none' | 'unverified' | 'unread' }
  | { readonly kind: 'shown'; readonly snapshot: NewestSnapshot };

interface AskedNewest {
  readonly newest: Newest;
  readonly again: () => void;
}

/** The newest snapshot of this registry, checked by this browser before anything of it is shown. */
export function useNewestSnapshot(): AskedNewest {
  const [newest, setNewest] = useState<Newest>({ kind: 'asking' });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const asking = new AbortController();
    void readNewest(asking.signal)
      .catch((): Newest => ({ kind: 'unread' }))
      .then((read) => {
        if (!asking.signal.aborted) setNewest(read);
      });
    return () => {
      asking.abort();
    };
  }, [attempt]);

  const again = useCallback(() => {
    setNewest({ kind: 'asking' });
    setAttempt((count) => count + 1);
  }, []);
  return { newest, again };
}

async function readNewest(signal: AbortSignal): Promise<Newest> {
  const latest = await fetch('/v1/snapshots/latest.json', { signal });
  if (latest.status === 404) return { kind: 'none' };
  const text = await textOf(latest);
  const { size } = JSON.parse(text) as { size?: unknown };
  if (!Number.isSafeInteger(size)) return { kind: 'unread' };
  const manifest = await fetch(`/v1/snapshots/${String(size)}/manifest`, { signal });
  if (!manifest.ok) return { kind: 'unread' };
  return opened({ latest: text, manifest: new Uint8Array(await manifest.arrayBuffer()) });
}

async function opened(sent: SentSnapshot): Promise<Newest> {
  const { openNewestSnapshot } = await import('../../verification/open-newest-snapshot.js');
  const snapshot = openNewestSnapshot(sent);
  return snapshot === undefined ? { kind: 'unverified' } : { kind: 'shown', snapshot };
}

function textOf(response: Response): Promise<string> {
  return response.ok ? response.text() : Promise.reject(new Error(`Status ${response.status}`));
}
