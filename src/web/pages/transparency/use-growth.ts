import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import type { Growth } from '../../verification/check-growth.js';
import { useOwnKeys } from '../../verification/own-keys.js';
import { keepSeenTree, readSeenTree, type SeenTree } from '../../verification/seen-tree.js';
import { CheckpointQuery, GrowthQuery } from './operations.js';

/** How far the log of today was compared with the one that this browser saw before. `unanswered` proves nothing. */
export type Watched =
  | { readonly kind: 'checking' | 'unanswered' }
  | { readonly kind: 'checked'; readonly growth: Growth; readonly seen: SeenTree | undefined };

/** Asks for the signed tree of now, has the browser check that it grew out of the last one seen, and remembers it. */
export function useGrowth(): Watched {
  const client = useClient();
  const { keys: ownKeys } = useOwnKeys();
  const [watched, setWatched] = useState<Watched>({ kind: 'checking' });
  useEffect(() => {
    let isWanted = true;
    const watch = async (): Promise<Watched> => {
      const fresh = { requestPolicy: 'network-only' } as const;
      const { data } = await client.query(CheckpointQuery, {}, fresh).toPromise();
      const checkpoint = data?.log.checkpoint;
      if (data === undefined || checkpoint == null) return { kind: 'unanswered' };
      const seen = readSeenTree();
      const isOlder = seen?.origin === data.log.origin && seen.size < Number(checkpoint.size);
      const asked = isOlder
        ? await client
            .query(GrowthQuery, { oldSize: String(seen.size), newSize: checkpoint.size }, fresh)
            .toPromise()
        : undefined;
      const { checkGrowthInBrowser } = await import('../../verification/verify-in-browser.js');
      const growth = checkGrowthInBrowser(
        {
          note: checkpoint.note,
          keys: ownKeys.length > 0 ? ownKeys : data.log.verifierKeys,
          hashes: asked?.data?.log.consistencyProof.hashes,
        },
        seen,
      );
      // What does not hold is not remembered: it must not look as if it had always been so.
      if (growth.kind === 'first' || growth.kind === 'grown') keepSeenTree(growth.tree);
      return { kind: 'checked', growth, seen };
    };
    watch()
      .catch((): Watched => ({ kind: 'unanswered' }))
      .then((outcome) => {
        if (isWanted) setWatched(outcome);
      })
      .catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [client, ownKeys]);
  return watched;
}
