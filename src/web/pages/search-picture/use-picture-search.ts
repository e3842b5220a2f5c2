import { useCallback, useRef, useState } from 'react';
import { useClient } from 'urql';
import { type Problem, problemOf } from '../../server/problem.js';
import type { FoundByPicture, FoundIds } from './found-by-picture.js';
import { MatchedEntries, SearchByPicture } from './operations.js';
import { sendPicture } from './send-picture.js';

/** A picture to look for: a file of the reader's, its address, or the entry that leads to it. */
export type Asked = { readonly file: Blob } | { readonly url: string } | { readonly entry: string };

export type PictureSearchState =
  | { readonly kind: 'idle' | 'busy' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'found'; readonly found: FoundByPicture };

export interface PictureSearch {
  readonly state: PictureSearchState;
  readonly search: (asked: Asked, showsHidden: boolean) => Promise<void>;
}

/** Searches by one picture at a time: of two that were asked for, the later one is shown. */
export function usePictureSearch(): PictureSearch {
  const client = useClient();
  const [state, setState] = useState<PictureSearchState>({ kind: 'idle' });
  const latest = useRef(0);
  const search = useCallback(
    async (asked: Asked, showsHidden: boolean) => {
      latest.current += 1;
      const own = latest.current;
      setState({ kind: 'busy' });
      const ids =
        'file' in asked
          ? await sendPicture(asked.file, showsHidden)
          : await askByQuery(client, { ...asked, ...(showsHidden ? { showsHidden } : {}) });
      const settled = 'kind' in ids ? ids : await withEntries(client, ids);
      if (own !== latest.current) return;
      setState('kind' in settled ? { kind: 'failed', problem: settled } : { kind: 'found', found: settled });
    },
    [client],
  );
  return { state, search };
}

type Client = ReturnType<typeof useClient>;

async function askByQuery(
  client: Client,
  input: ({ readonly url: string } | { readonly entry: string }) & { readonly showsHidden?: boolean },
): Promise<FoundIds | Problem> {
  const options = { requestPolicy: 'network-only' } as const;
  const { data, error } = await client.query(SearchByPicture, { input }, options).toPromise();
  if (data === undefined || error !== undefined) return problemOf(error);
  const found = data.searchByPicture;
  if (found.__typename !== 'PictureMatches') return { kind: 'refused', refusal: found };
  const { matches, matchesHidden, picture, searched, rowsFingerprinted } = found;
  return {
    isPlain: picture.isPlain,
    matchesHidden,
    matches: matches.map(({ entry, ...facts }) => ({ id: entry.id, ...facts })),
    rowsHeld: searched.rowsHeld,
    rowsFingerprinted,
  };
}

async function withEntries(
  client: Client,
  { matches, ...rest }: FoundIds,
): Promise<FoundByPicture | Problem> {
  if (matches.length === 0) return { ...rest, matches: [] };
  const ids = matches.map(({ id }) => id);
  const { data, error } = await client
    .query(MatchedEntries, { ids }, { requestPolicy: 'network-only' })
    .toPromise();
  if (data === undefined || error !== undefined) return problemOf(error);
  return {
    ...rest,
    matches: matches.flatMap(({ id: _id, ...facts }, at) => {
      const entry = data.entries[at];
      return entry ? [{ ...facts, entry }] : [];
    }),
  };
}
