/**
 * A witness after c2sp.org/tlog-witness: it cosigns a checkpoint of a log that it knows when the tree is shown to hold the
 * one that it cosigned before, and remembers it before it answers.
 */
import type { AddCheckpointAnswer, WitnessRefusal } from '../core/tlog/add-checkpoint-answer.js';
import { type AddCheckpointRequest, parseAddCheckpointRequest } from '../core/tlog/add-checkpoint-request.js';
import { type Cosigner, cosign } from '../core/tlog/cosignature.js';
import type { NoteSignature } from '../core/tlog/note-signature.js';
import { type OpenCheckpoint, openCheckpoint } from '../core/tlog/open-checkpoint.js';
import { type SignedNote, formatSignedNote, parseSignedNote } from '../core/tlog/signed-note.js';
import type { NoteKey } from '../core/tlog/verifier-key.js';
import { verifyEd25519 } from '../log-key/node-ed25519.js';
import type { Contradicting, EvidenceFolder } from './evidence-folder.js';
import { InTurn } from './in-turn.js';
import { judgeCheckpoint } from './judge-checkpoint.js';
import type { KnownLogs } from './known-logs.js';
import type { Cosigned, WitnessState } from './witness-state.js';

export interface WitnessParts {
  readonly cosigner: Cosigner;
  readonly logs: KnownLogs;
  readonly state: WitnessState;
  readonly evidence: EvidenceFolder;
  readonly clock: () => Date;
  /** Takes a line for whoever watches the witness. */
  readonly tell: (line: string) => void;
}

/** A checkpoint that is signed by its log, with the signatures by which that is known. */
interface Submitted {
  readonly request: AddCheckpointRequest;
  readonly opened: OpenCheckpoint;
  readonly signatures: readonly NoteSignature[];
}

export class Witness {
  readonly #parts: WitnessParts;
  readonly #turns = new InTurn();

  constructor(parts: WitnessParts) {
    this.#parts = parts;
  }

  /** @param body of a request. Throws when what it would have to remember cannot be read or written; nothing is then cosigned */
  async addCheckpoint(body: Uint8Array): Promise<AddCheckpointAnswer> {
    const submitted = this.#open(body);
    if ('kind' in submitted) return submitted;
    // From the look at the memory to the write: two requests that both build on one size must not both find it there.
    return this.#turns.next(submitted.opened.checkpoint.origin, () => this.#takeUp(submitted));
  }

  /** The last checkpoint that was cosigned of a log, as a signed note. @param hash SHA-256 of the origin, hexadecimal */
  async lastCheckpoint(hash: string): Promise<Uint8Array | undefined> {
    const last = await this.#parts.state.readByHash(hash);
    return last && formatSignedNote(last.note);
  }

  #open(body: Uint8Array): Submitted | AddCheckpointAnswer {
    const parsed = parseAddCheckpointRequest(body);
    if (!parsed.ok) return refused('bad-request');
    const note = parseSignedNote(parsed.request.checkpoint);
    if (!note.ok) return refused('bad-request');
    const [origin = ''] = note.note.text.split('\n');
    const keys = this.#parts.logs.get(origin);
    if (keys === undefined) return refused('unknown-log');
    const opened = openCheckpoint(parsed.request.checkpoint, keys, verifyEd25519);
    if (opened.ok) {
      return { request: parsed.request, opened, signatures: signaturesOf(note.note, keys) };
    }
    return refused(SIGNATURE_PROBLEMS.has(opened.problem.code) ? 'not-signed' : 'bad-request');
  }

  async #takeUp(submitted: Submitted): Promise<AddCheckpointAnswer> {
    const { request, opened, signatures } = submitted;
    const { checkpoint, note } = opened;
    const known = await this.#parts.state.read(checkpoint.origin);
    const verdict = judgeCheckpoint(request, checkpoint, known?.checkpoint);
    if (verdict.kind === 'consistent') return this.#cosign(submitted, known);
    if (verdict.contradiction !== undefined && known !== undefined) {
      const second = { text: note.text, signatures };
      const { proof } = request;
      const kind = verdict.contradiction;
      await this.#keep({ origin: checkpoint.origin, kind, first: known.note, second, proof });
    }
    return verdict.answer;
  }

  async #cosign(
    { opened, signatures }: Submitted,
    known: Cosigned | undefined,
  ): Promise<AddCheckpointAnswer> {
    const { cosigner, state, clock } = this.#parts;
    const { text } = opened.note;
    const signature = cosign(text, cosigner, latest(secondsOf(clock()), known?.time ?? 0n));
    await state.write(opened.checkpoint.origin, { text, signatures: [...signatures, signature] });
    return { kind: 'cosigned', signatures: [signature] };
  }

  /** A refusal stands whether or not its reason could be kept. */
  async #keep(contradicting: Contradicting): Promise<void> {
    const { evidence, tell } = this.#parts;
    const { origin, kind } = contradicting;
    const what =
      kind === 'fork'
        ? `${origin} has signed two different trees of one size`
        : `${origin} has signed a tree, and the proof that it holds the one cosigned before is wrong`;
    try {
      const path = await evidence.keep(contradicting);
      if (path !== undefined) tell(`${what}. Evidence: ${path}`);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      tell(`${what}. The evidence could not be kept: ${why}`);
    }
  }
}

const SIGNATURE_PROBLEMS: ReadonlySet<string> = new Set([
  'ambiguous-key',
  'bad-signature',
  'no-known-signature',
  'not-signed-by-log',
]);

function refused(refusal: WitnessRefusal): AddCheckpointAnswer {
  return { kind: 'refused', refusal };
}

/** The first signature of each known key: those that were checked. What others signed is not ours to keep or show. */
function signaturesOf({ signatures }: SignedNote, keys: readonly NoteKey[]): NoteSignature[] {
  return keys.flatMap(({ name, keyId }) => {
    const signature = signatures.find((one) => one.name === name && one.keyId === keyId);
    return signature === undefined ? [] : [signature];
  });
}

function secondsOf(date: Date): bigint {
  return BigInt(Math.floor(date.getTime() / 1_000));
}

function latest(one: bigint, other: bigint): bigint {
  return one > other ? one : other;
}
