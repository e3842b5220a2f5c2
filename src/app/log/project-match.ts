import { hexToBytes } from '@noble/hashes/utils.js';
import { idKey } from '../../core/log/leaf-keys.js';
import type { MatchAddition, MatchLeaf } from '../../core/log/match-leaf.js';
import { uuidOfLeaf } from '../claims/claim-leaves.js';
import type { Stores } from '../ports/registry-store.js';
import type { WorkMatch } from '../ports/works.js';

/**
 * Puts back a match that came back from a copy of the log: where it is only its digest tells, until the address is met again. One of
 * a work that was erased has no row.
 */
export async function projectMatch(stores: Stores, leaf: MatchLeaf): Promise<void> {
  const [work] = await stores.works.byClaims([uuidOfLeaf(leaf.claim)]);
  if (work === undefined) return;
  const leafMatch = uuidOfLeaf(leaf.match);
  if (leaf.action === 'remove') {
    const match = await stores.works.matchOfLeaf(leafMatch);
    // One that was confirmed goes on under another id.
    if (match !== undefined) {
      await stores.works.saveMatches([{ ...match, ...OVER, decidedAt: new Date(leaf.time) }]);
    }
    return;
  }
  const digest = hexToBytes(leaf.subject.sha256);
  const [before] = await stores.works.matchesAt([work.id], [digest]);
  const match = {
    ...matchOf(leaf, work.id, digest),
    ...(before && { id: before.id, foundAt: before.foundAt }),
  };
  await (before === undefined ? stores.works.addMatches([match]) : stores.works.saveMatches([match]));
}

const OVER = { state: 'rejected', confirmedBy: undefined, leafMatch: undefined } as const;

function matchOf(leaf: MatchAddition, workId: string, subjectDigest: Uint8Array): WorkMatch {
  const { method, distance, confirmedBy, subject, canon } = leaf;
  const at = new Date(leaf.time);
  const isByMachine = confirmedBy === 'machine';
  return {
    id: uuidOfLeaf(leaf.match),
    workId,
    subjectDigest,
    subjectKey: idKey(subject.xxh64),
    canon,
    canonical: undefined,
    datasetId: undefined,
    rowId: undefined,
    kind:
      method === 'sha256' || method === 'md5' ? 'same-file' : method === 'pdq' ? 'same-picture' : 'similar',
    method,
    distance,
    orientation: undefined,
    parts: undefined,
    score: undefined,
    state: isByMachine ? 'matched' : 'confirmed',
    confirmedBy,
    leafMatch: uuidOfLeaf(leaf.match),
    foundAt: at,
    decidedAt: isByMachine ? undefined : at,
    seenAt: isByMachine ? undefined : at,
  };
}
