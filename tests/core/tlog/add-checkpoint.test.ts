import { describe, expect, it } from '@jest/globals';
import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import {
  formatAddCheckpointAnswer,
  parseAddCheckpointAnswer,
} from '../../../src/core/tlog/add-checkpoint-answer.js';
import {
  formatAddCheckpointRequest,
  parseAddCheckpointRequest,
} from '../../../src/core/tlog/add-checkpoint-request.js';
import { formatCheckpoint } from '../../../src/core/tlog/checkpoint.js';
import { cosign } from '../../../src/core/tlog/cosignature.js';
import { openCheckpoint } from '../../../src/core/tlog/open-checkpoint.js';
import { signNote } from '../../../src/core/tlog/sign-note.js';
import { formatSignedNote } from '../../../src/core/tlog/signed-note.js';
import { cosignatureKey, noteKey } from '../../../src/core/tlog/verifier-key.js';
import { verifyEd25519 } from '../../../src/log-key/node-ed25519.js';
import { keyNamed } from '../../support/key-named.js';
import { base64Of, bytesOf } from '../merkle/merkle-vectors.js';
import { readVectors } from '../url/vector-file.js';
import { octets, utf8 } from './octets.js';
import { hash32, noteSignature, treeSize } from './tlog-arbitrary.js';

interface Response {
  readonly status: number;
  readonly contentType: string;
  readonly body?: string;
  readonly bodyHex?: string;
  readonly reason: string;
}

interface AddCheckpointVectors {
  readonly requests: readonly {
    readonly body: string;
    readonly oldSize: number;
    readonly proof: readonly string[];
    readonly checkpoint: string;
    readonly reason: string;
  }[];
  readonly refusedRequests: readonly {
    readonly body: string;
    readonly code: string;
    readonly reason: string;
  }[];
  readonly answers: readonly (Response & {
    readonly kind: string;
    readonly names?: readonly string[];
    readonly size?: number;
    readonly refusal?: string;
  })[];
  readonly refusedAnswers: readonly (Response & { readonly code: string })[];
}

const VECTORS = readVectors('add-checkpoint.v1.json') as AddCheckpointVectors;

describe('requests to a witness', () => {
  it.each(VECTORS.requests)('are read and written: $reason', ({ body, oldSize, proof, checkpoint }) => {
    const request = { oldSize, proof: proof.map(bytesOf), checkpoint: utf8(checkpoint) };
    expect(parseAddCheckpointRequest(utf8(body))).toEqual({ ok: true, request });
    expect(formatAddCheckpointRequest(request)).toEqual(utf8(body));
  });

  it.each(VECTORS.refusedRequests)('are refused as $code: $reason', ({ body, code }) => {
    expect(parseAddCheckpointRequest(utf8(body))).toMatchObject({ ok: false, problem: { code } });
  });

  it('are read back as they were written', () => {
    const request = fc.record({
      oldSize: treeSize,
      proof: fc.array(hash32, { maxLength: 63 }),
      checkpoint: fc.uint8Array({ maxLength: 50 }),
    });
    fc.assert(
      fc.property(request, (one) => {
        expect(parseAddCheckpointRequest(formatAddCheckpointRequest(one))).toEqual({
          ok: true,
          request: one,
        });
      }),
    );
  });

  it.each([
    ['a negative size', { oldSize: -1, proof: [], checkpoint: new Uint8Array() }],
    ['a hash of 33 bytes', { oldSize: 1, proof: [new Uint8Array(33)], checkpoint: new Uint8Array() }],
  ])('are not written with %s', (_reason, request) => {
    expect(() => formatAddCheckpointRequest(request)).toThrow(RangeError);
  });
});

describe('answers of a witness', () => {
  it.each(VECTORS.answers)('are read and written: $reason', (one) => {
    const response = {
      status: one.status,
      contentType: one.contentType,
      body: octets(one.body, one.bodyHex),
    };
    const parsed = parseAddCheckpointAnswer(response);
    const { kind, names, size, refusal } = one;
    expect(parsed).toMatchObject({
      ok: true,
      answer: {
        kind,
        ...(names === undefined ? {} : { signatures: names.map((name) => ({ name })) }),
        ...(size === undefined ? {} : { size }),
        ...(refusal === undefined ? {} : { refusal }),
      },
    });
    expect(parsed.ok && formatAddCheckpointAnswer(parsed.answer)).toEqual(response);
  });

  it.each(VECTORS.refusedAnswers)('are refused as $code: $reason', (one) => {
    const response = {
      status: one.status,
      contentType: one.contentType,
      body: octets(one.body, one.bodyHex),
    };
    expect(parseAddCheckpointAnswer(response)).toMatchObject({ ok: false, problem: { code: one.code } });
  });

  it('are read back as they were written', () => {
    const cosigned = fc.record({
      kind: fc.constant('cosigned' as const),
      signatures: fc.array(noteSignature, { minLength: 1, maxLength: 5 }),
    });
    const conflict = fc.record({ kind: fc.constant('conflict' as const), size: treeSize });
    fc.assert(
      fc.property(fc.oneof(cosigned, conflict), (answer) => {
        expect(parseAddCheckpointAnswer(formatAddCheckpointAnswer(answer))).toEqual({ ok: true, answer });
      }),
    );
  });

  it('cannot say that a checkpoint is cosigned without a cosignature', () => {
    expect(() => formatAddCheckpointAnswer({ kind: 'cosigned', signatures: [] })).toThrow(RangeError);
  });

  it('cannot name a size that is none', () => {
    expect(() => formatAddCheckpointAnswer({ kind: 'conflict', size: -1 })).toThrow(RangeError);
  });

  it('bring cosignatures that verify beside the log’s own signature', () => {
    const ofLog = keyNamed('log');
    const ofWitness = keyNamed('witness');
    const log = { key: noteKey('log.example', ofLog.publicKey, sha256), sign: ofLog.sign };
    const witness = {
      key: cosignatureKey('witness.example', ofWitness.publicKey, sha256),
      sign: ofWitness.sign,
    };
    const root = sha256(new Uint8Array());
    const text = formatCheckpoint({ origin: 'log.example', size: 0, root, extensions: [] });
    const signature = signNote(text, log);
    const response = formatAddCheckpointAnswer({
      kind: 'cosigned',
      signatures: [cosign(text, witness, 1700n)],
    });
    const parsed = parseAddCheckpointAnswer(response);
    const signatures = parsed.ok && parsed.answer.kind === 'cosigned' ? parsed.answer.signatures : [];
    const note = formatSignedNote({ text, signatures: [signature, ...signatures] });
    const opened = openCheckpoint(note, [log.key, witness.key], verifyEd25519);
    expect(opened).toMatchObject({
      ok: true,
      cosignatures: [{ key: { name: 'witness.example' }, time: 1700n }],
    });
    expect(opened.ok && base64Of(opened.checkpoint.root)).toBe(base64Of(root));
  });
});
