/** What a witness answers, c2sp.org/tlog-witness ("add-checkpoint"), as HTTP carries it. */
import { type Refusal, refuse } from '../bytes/refusal.js';
import { decodeUtf8, encodeUtf8 } from '../bytes/utf8.js';
import { assertTreeSize } from '../merkle/tree-size.js';
import { parseDecimal } from './decimal.js';
import { type NoteSignature, formatSignatureLine, parseSignatureLines } from './note-signature.js';

/**
 * `bad-request`: not of the form, or the old size is above the checkpoint's. `not-signed`: no good signature of a key
 * that the witness trusts for the origin. `unknown-log`: it knows no such origin. `inconsistent`: a proof that does not
 * verify, or a root that cannot be.
 */
export const WITNESS_REFUSALS = {
  'bad-request': 400,
  'not-signed': 403,
  'unknown-log': 404,
  inconsistent: 422,
} as const;

export type WitnessRefusal = keyof typeof WITNESS_REFUSALS;

export type AddCheckpointAnswer =
  /** The witness's cosignatures; of keys that the client does not know they are ignored. */
  | { readonly kind: 'cosigned'; readonly signatures: readonly NoteSignature[] }
  /** The witness's last checkpoint is of another size than the old one: prove from this size. */
  | { readonly kind: 'conflict'; readonly size: number }
  | { readonly kind: 'refused'; readonly refusal: WitnessRefusal };

export interface WitnessResponse {
  readonly status: number;
  readonly contentType: string;
  readonly body: Uint8Array;
}

export type ParsedAddCheckpointAnswer =
  | { readonly ok: true; readonly answer: AddCheckpointAnswer }
  | Refusal<'unknown-status' | 'bad-signatures' | 'bad-conflict'>;

const PLAIN_TEXT = 'text/plain; charset=utf-8';
const TREE_SIZE = 'text/x.tlog.size';

/** The HTTP response. Throws `RangeError` for an answer that cannot be written. */
export function formatAddCheckpointAnswer(answer: AddCheckpointAnswer): WitnessResponse {
  switch (answer.kind) {
    case 'cosigned': {
      const lines = answer.signatures.map(formatSignatureLine).join('');
      if (!parseSignatureLines(lines).ok) {
        throw new RangeError('An answer carries 1 to 64 cosignatures.');
      }
      return { status: 200, contentType: PLAIN_TEXT, body: encodeUtf8(lines) };
    }
    case 'conflict':
      assertTreeSize(answer.size);
      return { status: 409, contentType: TREE_SIZE, body: encodeUtf8(`${answer.size}\n`) };
    case 'refused':
      return {
        status: WITNESS_REFUSALS[answer.refusal],
        contentType: PLAIN_TEXT,
        body: encodeUtf8(`${answer.refusal}\n`),
      };
  }
}

/** Reads a witness's response strictly; a body that comes with a refusal is for people, and not read. */
export function parseAddCheckpointAnswer(response: WitnessResponse): ParsedAddCheckpointAnswer {
  if (response.status === 200) {
    return parseCosignatures(response.body);
  }
  if (response.status === 409) {
    return parseConflict(response);
  }
  for (const refusal of Object.keys(WITNESS_REFUSALS) as WitnessRefusal[]) {
    if (WITNESS_REFUSALS[refusal] === response.status) {
      return { ok: true, answer: { kind: 'refused', refusal } };
    }
  }
  return refuse(
    'unknown-status',
    `A witness does not answer with status ${response.status}: try again later.`,
  );
}

function parseCosignatures(body: Uint8Array): ParsedAddCheckpointAnswer {
  const text = decodeUtf8(body);
  const lines = text === undefined ? undefined : parseSignatureLines(text);
  return lines?.ok === true
    ? { ok: true, answer: { kind: 'cosigned', signatures: lines.signatures } }
    : refuse('bad-signatures', 'The witness answered with something else than signature lines.');
}

function parseConflict({ contentType, body }: WitnessResponse): ParsedAddCheckpointAnswer {
  const text = decodeUtf8(body);
  const size = text?.endsWith('\n') === true ? parseDecimal(text.slice(0, -1)) : undefined;
  return contentType === TREE_SIZE && size !== undefined
    ? { ok: true, answer: { kind: 'conflict', size } }
    : refuse('bad-conflict', 'The witness answered a conflict without saying which size it knows.');
}
