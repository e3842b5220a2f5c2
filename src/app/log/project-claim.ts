import { hexToBytes } from '@noble/hashes/utils.js';
import type { ClaimLeaf } from '../../core/log/claim-leaf.js';
import { idKey } from '../../core/log/leaf-keys.js';
import { uuidOfLeaf } from '../claims/claim-leaves.js';
import type { Stores } from '../ports/registry-store.js';
import { partsOfLeaf, workOfLeaf } from '../works/work-of-leaf.js';
import { workInClaim } from '../works/work-subject.js';

/**
 * Puts back a claim that came back from a copy of the log. Its address is not in the leaf: it stays unknown until its
 * claimant names the place again. Of a work everything comes back by which the log recognises it, and no title.
 */
export async function projectClaim(stores: Stores, leaf: ClaimLeaf): Promise<void> {
  const { subject, claimant, capacity, canon } = leaf;
  if (subject.kind === 'account') return;
  await stores.claims.add({
    id: uuidOfLeaf(leaf.claim),
    claimant,
    accountId: await stores.accounts.idOf(claimant),
    ...(subject.kind === 'content'
      ? workInClaim(uuidOfLeaf(subject.work))
      : {
          kind: subject.kind,
          subjectDigest: hexToBytes(subject.sha256),
          subjectKey: idKey(subject.xxh64),
          canon: canon ?? 0,
        }),
    expression: undefined,
    capacity,
    state: 'open',
    assurance: 'asserted',
    createdAt: new Date(leaf.time),
    verifiedAt: undefined,
    decidedAt: undefined,
    decidedBy: undefined,
    decisionReason: undefined,
  });
  if (subject.kind === 'content') {
    const work = await workOfLeaf(stores, leaf, subject);
    await stores.works.add(work, partsOfLeaf(work));
  }
}
