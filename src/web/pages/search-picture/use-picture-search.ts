import { useCallback, useRef, useState } from 'react';
import { useClient } from 'urql';
import { type FoundTogether, SearchTogether } from '../../fused/operations.js';
import { type Problem, problemOf } from '../../server/problem.js';
import { type Beside, isTogether } from './beside.js';
import type { FoundByPicture, FoundIds } from './found-by-picture.js';
import { MatchedEntries, SearchByPicture } from './operations.js';
import { sendPicture, sendTogether } from './send-picture.js';

/** A picture to look for: a file of the reader's, its address, or the entry that leads to it. */
export type AskedPicture = { readonly file: Blob } | { readonly url: string } | { readonly entry: string };

export type PictureSearchState =
  | { readonly kind: 'idle' | 'busy' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'found'; readonly found: FoundByPicture }
  | { readonly kind: 'together'; readonly found: FoundTogether };

export interface PictureSearch {
  readonly state: PictureSearchState;
  readonly search: (asked: AskedPicture, beside: Beside, showsHidden: boolean) => Promise<void>;
}

/** Searches by one picture at a time: of two that were asked for, the later one is shown. */
export function usePictureSearch(): PictureSearch {
  const client = useClient();
  const [state, setState] = useState<PictureSearchState>({ kind: 'idle' });
  const latest = useRef(0);
  const search = useCallback(
    async (asked: AskedPicture, beside: Beside, showsHidden: boolean) => {
      latest.current += 1;
      const own = latest.current;
      setState({ kind: 'busy' });
      const settled = isTogether(beside)
        ? await inEveryWay(client, asked, beside, showsHidden)
        : await byLikeness(client, asked, showsHidden);
      if (own === latest.current) setState(settled);
    },
    [client],
  );
  return { state, search };
}

type Client = ReturnType<typeof useClient>;
type NamedPicture = Exclude<AskedPicture, { readonly file: Blob }>;

const FRESH = { requestPolicy: 'network-only' } as const;

async function byLikeness(
  client: Client,
  asked: AskedPicture,
  showsHidden: boolean,
): Promise<PictureSearchState> {
  const ids =
    'file' in asked
      ? await sendPicture(asked.file, showsHidden)
      : await askByQuery(client, { ...asked, ...(showsHidden ? { showsHidden } : {}) });
  if ('kind' in ids) return { kind: 'failed', problem: ids };
  const entries = await entriesOf(
    client,
    ids.matches.map(({ id }) => id),
  );
  if ('kind' in entries) return { kind: 'failed', problem: entries };
  const matches = ids.matches.flatMap(({ id: _id, ...facts }, at) => {
    const entry = entries[at];
    return entry ? [{ ...facts, entry }] : [];
  });
  return { kind: 'found', found: { ...ids, matches } };
}

async function inEveryWay(
  client: Client,
  asked: AskedPicture,
  beside: Beside,
  showsHidden: boolean,
): Promise<PictureSearchState> {
  const words = beside.words.trim();
  const found =
    'file' in asked
      ? await fileInEveryWay(client, asked.file, words, showsHidden)
      : await namedInEveryWay(client, {
          ...asked,
          ...(words === '' ? {} : { words }),
          ...(showsHidden ? { showsHidden } : {}),
        });
  return 'kind' in found ? { kind: 'failed', problem: found } : { kind: 'together', found };
}

async function fileInEveryWay(
  client: Client,
  file: Blob,
  words: string,
  showsHidden: boolean,
): Promise<FoundTogether | Problem> {
  const ids = await sendTogether(file, words, showsHidden);
  if ('kind' in ids) return ids;
  const entries = await entriesOf(
    client,
    ids.matches.map(({ entry }) => entry),
  );
  if ('kind' in entries) return entries;
  const matches = ids.matches.flatMap(({ reasons }, at) => {
    const entry = entries[at];
    return entry ? [{ entry, reasons }] : [];
  });
  return { ...ids, matches };
}

async function namedInEveryWay(
  client: Client,
  input: NamedPicture & { readonly words?: string; readonly showsHidden?: boolean },
): Promise<FoundTogether | Problem> {
  const { data, error } = await client.query(SearchTogether, { input }, FRESH).toPromise();
  if (data === undefined || error !== undefined) return problemOf(error);
  const found = data.searchTogether;
  return found.__typename === 'TogetherMatches' ? found : { kind: 'refused', refusal: found };
}

async function askByQuery(
  client: Client,
  input: NamedPicture & { readonly showsHidden?: boolean },
): Promise<FoundIds | Problem> {
  const { data, error } = await client.query(SearchByPicture, { input }, FRESH).toPromise();
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

/** Entries as cards show them, in the order of their ids; null for one that is gone. */
async function entriesOf(client: Client, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const { data, error } = await client.query(MatchedEntries, { ids: [...ids] }, FRESH).toPromise();
  return data === undefined || error !== undefined ? problemOf(error) : data.entries;
}
