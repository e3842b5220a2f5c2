import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { Acceptance } from '../../core/acceptance/acceptance.js';
import { acceptanceDigest, isAcceptanceSigned, keyIdOf } from '../../core/acceptance/acceptance-bytes.js';
import { readAcceptance } from '../../core/acceptance/read-acceptance.js';
import { decodeUtf8 } from '../../core/bytes/utf8.js';
import { FieldError } from '../../core/json/field-reader.js';
import { buildAcceptanceLeaf } from '../../core/log/acceptance-leaf.js';
import { invalidInput, type InvalidInput } from '../accounts/refusals.js';
import { viewStatement } from '../consent/view-statements.js';
import { appendLeaves } from '../log/append-leaves.js';
import { proveLeaf } from '../log-reading/prove-leaf.js';
import type { StatementStore } from '../ports/log.js';
import type { Registry } from '../registry.js';
import { refuse, type Refusal } from '../refusal.js';
import { whyNotOnOffer } from './why-not-on-offer.js';

/** An acceptance that the log records and its artist sees. */
export interface TakenAcceptance {
  readonly ok: true;
  readonly leafHash: Uint8Array;
  /** That the log holds its leaf, as the text of a C2SP tlog-proof. */
  readonly proof: string;
}

/**
 * Takes an acceptance of terms: it is kept for whoever offers them to see, and its digest becomes a leaf. Sent again, it is proved
 * again, and becomes no second leaf. Throws `LogReadOnly` when the log takes nothing, or leaves may be missing.
 * @param bytes the acceptance as it was signed
 */
export async function takeAcceptance(
  registry: Registry,
  bytes: Uint8Array,
): Promise<TakenAcceptance | InvalidInput | Refusal<'NOT_FOUND'>> {
  const acceptance = readSigned(registry, bytes);
  if ('ok' in acceptance) return acceptance;
  const digest = hexToBytes(acceptanceDigest(acceptance, registry.sha256));
  const known = await registry.store.acceptances.byDigest(digest);
  if (known !== undefined) return provenAt(registry, known.logIndex);
  const view = await viewStatement(registry, hexToBytes(acceptance.statement));
  const why = whyNotOnOffer(acceptance, view);
  if (why !== undefined) return notOnOffer(why);
  const index = await registry.log.sequence(async (stores, at) => {
    // Sent twice at once, or taken back meanwhile.
    const twin = await stores.acceptances.byDigest(digest);
    if (twin !== undefined) return twin.logIndex;
    if (!(await isStillSaid(stores.statements, acceptance))) return undefined;
    const signer = keyIdOf(acceptance.signer);
    const leaf = buildAcceptanceLeaf({ digest: bytesToHex(digest), signer, time: at.toISOString() });
    const [entry] = await appendLeaves(registry, stores, [leaf], at);
    if (entry === undefined) return undefined;
    await stores.acceptances.add({
      digest,
      statementId: hexToBytes(acceptance.statement),
      logIndex: entry.index,
      document: decodeUtf8(bytes) ?? '',
      takenAt: at,
    });
    return entry.index;
  });
  return index === undefined ? notOnOffer('It was taken back just now.') : provenAt(registry, index);
}

function readSigned({ log, sha256, snapshots }: Registry, bytes: Uint8Array): Acceptance | InvalidInput {
  const next = 'Send the acceptance as "assent terms accept" wrote it.';
  try {
    const acceptance = readAcceptance(bytes);
    if (acceptance.origin !== log.origin) {
      const message = `It accepts terms of ${acceptance.origin}, and this log is ${log.origin}.`;
      return invalidInput('origin', message, 'Send it to the registry that keeps that log.');
    }
    if (isAcceptanceSigned(acceptance, snapshots.verify, sha256)) return acceptance;
    return invalidInput('signature', 'It is not signed by the key that it names.', next);
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    return invalidInput(error.path.slice(1), `It is no acceptance. ${error.message}`, next);
  }
}

async function isStillSaid(statements: StatementStore, { statement }: Acceptance): Promise<boolean> {
  const ids = [hexToBytes(statement)];
  const [row] = await statements.byIds(ids);
  const isSaid = row !== undefined && row.withdrawnIndex === undefined && row.supersededBy === undefined;
  return isSaid && (await statements.openings(ids)).length === 1;
}

async function provenAt(registry: Registry, index: bigint): Promise<TakenAcceptance> {
  const [entry] = await registry.store.log.atIndexes([index]);
  const proof = entry && (await proveLeaf(registry, entry.leafHash));
  if (entry === undefined || proof === undefined) {
    throw new Error('The log took an acceptance and does not prove it.');
  }
  return { ok: true, leafHash: entry.leafHash, proof };
}

function notOnOffer(why: string): Refusal<'NOT_FOUND'> {
  return refuse('NOT_FOUND', `These terms are not on offer. ${why}`, 'Look at what is on offer now.');
}
