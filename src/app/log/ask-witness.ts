import {
  type AddCheckpointAnswer,
  type WitnessRefusal,
  parseAddCheckpointAnswer,
} from '../../core/tlog/add-checkpoint-answer.js';
import { formatAddCheckpointRequest } from '../../core/tlog/add-checkpoint-request.js';
import { verifyCosignature } from '../../core/tlog/cosignature.js';
import type { VerifyEd25519 } from '../../core/tlog/ed25519.js';
import { type NoteSignature, formatSignatureLine } from '../../core/tlog/note-signature.js';
import { parseSignedNote } from '../../core/tlog/signed-note.js';
import type { CosignatureKey } from '../../core/tlog/verifier-key.js';
import type { SignedCheckpoint } from '../ports/log-tree.js';
import type { RegistryStore } from '../ports/registry-store.js';
import type { Sha256 } from '../ports/surroundings.js';
import type { WitnessRequests } from '../ports/witness-requests.js';
import { leafCount } from './leaf-count.js';
import type { LogTrouble } from './log-status.js';
import { proveConsistency } from './prove-consistency.js';

/** A witness that can be asked, and whose answers can be checked. */
export interface AskedWitness {
  readonly key: CosignatureKey;
  /** Its submission prefix (c2sp.org/tlog-witness). */
  readonly url: string;
}

export interface AskingParts {
  readonly store: Pick<RegistryStore, 'log' | 'logTree'>;
  readonly sha256: Sha256;
  readonly verify: VerifyEd25519;
  readonly requests: WitnessRequests;
}

export type WitnessOutcome =
  | { readonly kind: 'cosigned'; readonly line: string }
  /** It has cosigned a larger tree already; the log has that many leaves, and its next checkpoint is to be shown. */
  | { readonly kind: 'further'; readonly size: number }
  /** What it has cosigned contradicts the log. */
  | { readonly kind: 'trouble'; readonly trouble: LogTrouble; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string };

/** Two would do; other servers of the same log may be asking at the same time. */
const MAX_ATTEMPTS = 4;

/**
 * Asks a witness to cosign a checkpoint of the log, proving it to be the continuation of what the witness knows. Rejects when
 * no answer came.
 * @param knownSize what the witness is thought to have cosigned last; a wrong one costs a request
 */
export async function askWitness(
  parts: AskingParts,
  witness: AskedWitness,
  checkpoint: Pick<SignedCheckpoint, 'size' | 'note'>,
  knownSize: number,
  signal: AbortSignal,
): Promise<WitnessOutcome> {
  let oldSize = Math.min(knownSize, checkpoint.size);
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const answer = await send(parts, witness, checkpoint, oldSize, signal);
    if (answer.kind === 'failed') return answer;
    if (answer.kind === 'cosigned') return checkCosignatures(parts, witness, checkpoint, answer.signatures);
    if (answer.kind === 'refused') return refusalOf(answer.refusal, checkpoint.size);
    if (answer.size > checkpoint.size) return judgeFurther(parts, answer.size);
    oldSize = answer.size;
  }
  return failed('it names another size each time');
}

async function send(
  { store, sha256, requests }: AskingParts,
  { url }: AskedWitness,
  { size, note }: Pick<SignedCheckpoint, 'size' | 'note'>,
  oldSize: number,
  signal: AbortSignal,
): Promise<AddCheckpointAnswer | { kind: 'failed'; why: string }> {
  const proof = await proveConsistency(store.logTree, oldSize, size, sha256);
  const body = formatAddCheckpointRequest({ oldSize, proof, checkpoint: new TextEncoder().encode(note) });
  const response = await requests.post(`${url.replace(/\/+$/, '')}/add-checkpoint`, body, signal);
  const parsed = parseAddCheckpointAnswer(response);
  return parsed.ok ? parsed.answer : failed(parsed.problem.message);
}

/** Only what the witness's own key signed over this very text counts. */
function checkCosignatures(
  { verify }: AskingParts,
  { key }: AskedWitness,
  { note }: Pick<SignedCheckpoint, 'note'>,
  signatures: readonly NoteSignature[],
): WitnessOutcome {
  const parsed = parseSignedNote(new TextEncoder().encode(note));
  if (!parsed.ok) throw new Error('A checkpoint is not stored as it was signed.');
  const own = signatures.find(({ name, keyId }) => name === key.name && keyId === key.keyId);
  if (own === undefined) return failed('it answered without a cosignature of the key that the policy names');
  const checked = verifyCosignature(parsed.note.text, own.signature, key, verify);
  return checked.ok
    ? { kind: 'cosigned', line: formatSignatureLine(own).trimEnd() }
    : failed(checked.problem.message);
}

/** A size that the log has not reached shows that leaves were lost; one beyond this checkpoint alone shows nothing. */
async function judgeFurther({ store }: AskingParts, size: number): Promise<WitnessOutcome> {
  const leaves = Number(await store.log.size());
  return size > leaves
    ? {
        kind: 'trouble',
        trouble: 'behind',
        why: `it has cosigned ${leafCount(size)} of this log, and here are ${leaves}`,
      }
    : { kind: 'further', size };
}

function refusalOf(refusal: WitnessRefusal, size: number): WitnessOutcome {
  return refusal === 'inconsistent'
    ? {
        kind: 'trouble',
        trouble: 'forked',
        why: `what it has cosigned of this log is not the beginning of the tree here, of size ${size}`,
      }
    : failed(REFUSALS[refusal]);
}

const REFUSALS: Readonly<Record<Exclude<WitnessRefusal, 'inconsistent'>, string>> = {
  'bad-request': 'it could not read the request',
  'not-signed': 'it does not know the key that signs the log now: give that key to whoever runs it',
  'unknown-log': 'it does not know the log: give the key that signs it to whoever runs the witness',
};

function failed(why: string): { kind: 'failed'; why: string } {
  return { kind: 'failed', why };
}
