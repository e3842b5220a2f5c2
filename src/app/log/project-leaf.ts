import { hexToBytes } from '@noble/hashes/utils.js';
import type { StatementLeaf } from '../../core/log/statement-leaf.js';
import type { Leaf } from '../../core/log/leaf.js';
import { idKey } from '../../core/log/leaf-keys.js';
import type { LogEntry, StatementRow } from '../ports/log.js';
import type { Stores } from '../ports/registry-store.js';
import { projectAssurance } from './project-assurance.js';
import { projectClaim } from './project-claim.js';
import { projectDispute } from './project-dispute.js';
import { projectErasure } from './project-erasure.js';
import { projectMatch } from './project-match.js';
import { projectReceipt } from './project-receipt.js';
import { projectSuspension } from './project-suspension.js';

/**
 * Puts into the tables what people look up of a leaf that came back from a copy of the log. Answers do not need it: they
 * are given from leaves. What only the lost database knew, such as addresses and terms in clear, does not come back; what
 * was erased since the copy of the database was made is erased again.
 */
export async function projectLeaf(stores: Stores, entry: LogEntry, leaf: Leaf): Promise<void> {
  switch (leaf.kind) {
    case 'statement':
      await stores.statements.add(await statementRow(stores, entry, leaf), undefined);
      break;
    case 'withdrawal':
      await stores.statements.withdraw(hexToBytes(leaf.statement), entry.index);
      break;
    case 'claim':
      await projectClaim(stores, leaf);
      break;
    case 'assurance':
      await projectAssurance(stores, leaf);
      break;
    case 'dispute':
      await projectDispute(stores, leaf);
      break;
    case 'match':
      await projectMatch(stores, leaf);
      break;
    case 'suspension':
      await projectSuspension(stores, leaf);
      break;
    case 'receipt':
      await projectReceipt(stores, leaf, entry.index);
      break;
    case 'erasure':
      await projectErasure(stores, leaf, entry.index);
      break;
    default:
  }
}

async function statementRow(stores: Stores, entry: LogEntry, leaf: StatementLeaf): Promise<StatementRow> {
  const { subject, claimant, use, preference, capacity, basis, ownWorks, reservation, expiresAt } = leaf;
  const digest =
    subject.kind === 'account' ? claimant : subject.kind === 'content' ? subject.work : subject.sha256;
  return {
    id: entry.leafHash,
    logIndex: entry.index,
    claimant,
    accountId: await stores.accounts.idOf(claimant),
    kind: subject.kind,
    subjectDigest: hexToBytes(digest),
    subjectKey: idKey(subject.kind === 'account' || subject.kind === 'content' ? digest : subject.xxh64),
    canon: leaf.canon ?? 0,
    use,
    preference,
    capacity,
    basis,
    ownWorks,
    reservesRights: reservation,
    statedAt: new Date(leaf.time),
    expiresAt: expiresAt === undefined ? undefined : new Date(expiresAt),
    withdrawnIndex: undefined,
    supersededBy: undefined,
  };
}
