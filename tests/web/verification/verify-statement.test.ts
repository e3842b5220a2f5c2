import { describe, expect, it } from '@jest/globals';
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import type { Opening } from '../../../src/core/log/opening.js';
import { verifyEd25519 as verifyByNode } from '../../../src/log-key/node-ed25519.js';
import { nodeSha256 } from '../../../src/log-key/node-sha256.js';
import { verifyEd25519 as verifyByNoble } from '../../../src/web/verification/noble-ed25519.js';
import type { Verification } from '../../../src/web/verification/verification.js';
import { type Received, verifyStatement } from '../../../src/web/verification/verify-statement.js';
import { leavesWith, makeKey, makeProof, makeWitness, ORIGIN, rootOf } from '../../verifier/make-log.js';
import { ADDRESS, INDEX, LOG_KEY, receivedStatement, SIZE, SUBMITTED } from './logged-statement.js';

const OTHER_KEY = makeKey(ORIGIN, 2);
const WITNESS = makeWitness('witness.example', 3, 1_795_000_000n);
const STRANGER = makeWitness('stranger.example', 4);
const ON_TERMS: Opening = {
  v: 1,
  submitted: SUBMITTED,
  terms: { credit: 'A painter', licenceUrl: 'https://paintings.example/licence' },
};

const verify = (received: Received): Verification => verifyStatement(received, nodeSha256, verifyByNode);
const GOOD = receivedStatement();

/** The same, with something that the server said changed. */
function sent(change: Partial<Received['statement']>, rest: Partial<Received> = {}): Received {
  return { ...GOOD, ...rest, statement: { ...GOOD.statement, ...change } };
}

describe.each([
  ['node:crypto', nodeSha256, verifyByNode],
  ['@noble', nobleSha256, verifyByNoble],
] as const)('a statement and its proof, with %s', (_name, sha256, verifySignature) => {
  it('are verified, with everything that the proof shows', () => {
    const verified = verifyStatement(GOOD, sha256, verifySignature);
    if (verified.kind !== 'verified') throw new Error(JSON.stringify(verified));
    const { leaf, opening, leafHash, index, size, root, steps, logKey } = verified.proven;
    expect({ index, size, preference: leaf.preference }).toEqual({
      index: INDEX,
      size: SIZE,
      preference: 'deny',
    });
    expect(bytesToHex(leafHash)).toBe(GOOD.id);
    expect(opening).toEqual({ v: 1, submitted: SUBMITTED });
    expect(logKey).toEqual({ name: ORIGIN, keyId: LOG_KEY.vkey.split('+')[1], text: LOG_KEY.vkey });
    expect(steps.map(({ side }) => side)).toEqual(['left', 'right', 'left', 'right']);
    expect(bytesToHex(steps.at(-1)?.hash ?? new Uint8Array())).toBe(bytesToHex(root));
  });

  it('fail when the signature is by another key than the one that is trusted', () => {
    const received = { ...GOOD, keys: [OTHER_KEY.vkey] };
    expect(verifyStatement(received, sha256, verifySignature)).toMatchObject({ failure: 'signer' });
  });
});

describe('what is verified', () => {
  it.each<[string, Received]>([
    ['a yes', receivedStatement({ draft: { preference: 'allow' } })],
    ['a yes on terms', receivedStatement({ draft: { preference: 'conditional' }, opening: ON_TERMS })],
    ['a no that ends', receivedStatement({ draft: { expiresAt: '2030-01-01T00:00:00.000Z' } })],
    ['a no whose time is written with another zone', sent({ statedAt: '2026-11-22T20:00:00.005+01:00' })],
    ['a no whose readable words were erased', sent({ address: null, opening: null })],
  ])('is %s', (_what, received) => {
    expect(verify(received)).toMatchObject({ kind: 'verified' });
  });

  it('includes what was erased as missing, not as empty words', () => {
    const verified = verify(sent({ address: null, opening: null }));
    expect(verified.kind === 'verified' && verified.proven.opening).toBeUndefined();
  });

  it('tells whose cosignatures were checked, and whose could not be', () => {
    const received = receivedStatement({ signers: [LOG_KEY, WITNESS, STRANGER] });
    const verified = verify({ ...received, keys: [LOG_KEY.vkey, WITNESS.vkey] });
    expect(verified).toMatchObject({
      kind: 'verified',
      proven: {
        witnesses: [{ name: 'witness.example', at: new Date(1_795_000_000_000) }],
        unchecked: [{ name: 'stranger.example' }],
      },
    });
  });

  it('gives a cosignature beyond all calendars no time', () => {
    const late = makeWitness('late.example', 5, 2n ** 63n - 1n);
    const received = receivedStatement({ signers: [LOG_KEY, late] });
    const verified = verify({ ...received, keys: [LOG_KEY.vkey, late.vkey] });
    expect(verified).toMatchObject({ proven: { witnesses: [{ name: 'late.example', at: undefined }] } });
  });
});

describe('a failure', () => {
  const otherLeaf = receivedStatement({ draft: { preference: 'allow' } });
  const leaves = leavesWith(LOG_KEY, SIZE);

  it.each<[string, Received, string]>([
    ['another statement was sent', sent({ id: otherLeaf.id }), 'leaf'],
    ['the leaf is another one', sent({ leaf: otherLeaf.statement.leaf }), 'leaf'],
    ['the leaf is written otherwise', sent({ leaf: GOOD.statement.leaf.replace('{', '{ ') }), 'leaf'],
    ['the page says yes, and the leaf no', sent({ preference: 'ALLOW' }), 'shown'],
    ['the page names another use', sent({ use: 'SEARCH' }), 'shown'],
    ['the page names another address', sent({ address: 'paintings.example/cat.jpg' }), 'shown'],
    ['the page calls it a whole site', sent({ subjectKind: 'DOMAIN' }), 'shown'],
    ['the page has another digest', sent({ subjectDigest: 'ab'.repeat(32) }), 'shown'],
    ['the page names another capacity', sent({ capacity: 'HOST' }), 'shown'],
    ['the page names another ground', sent({ basis: 'CC0' }), 'shown'],
    ['the page names another claimant', sent({ claimant: 'b2'.repeat(16) }), 'shown'],
    ['the page has another time', sent({ statedAt: '2026-11-22T19:00:00.006Z' }), 'shown'],
    ['the page has no time', sent({ statedAt: 'yesterday' }), 'shown'],
    ['the page lets it end', sent({ expiresAt: '2030-01-01T00:00:00.000Z' }), 'shown'],
    ['the page says nothing of own works', sent({ ownWorks: false }), 'shown'],
    ['the page says nothing of a reservation', sent({ reservesRights: false }), 'shown'],
    [
      'the page adds terms',
      sent({ terms: { licenceUrl: null, credit: 'Somebody', feeUrl: null, contact: null } }),
      'shown',
    ],
    [
      'the words are others',
      sent({ opening: { text: '{"submitted":"https://other.example/","v":1}', salt: salt() } }),
      'opening',
    ],
    ['the salt is another one', sent({ opening: { text: text(), salt: btoa('b'.repeat(32)) } }), 'opening'],
    ['the salt is short', sent({ opening: { text: text(), salt: btoa('b'.repeat(31)) } }), 'opening'],
    ['a key is none', { ...GOOD, keys: ['registry.example/log+00000000+AQ=='] }, 'keys'],
    ['the proof is none', { ...GOOD, proof: 'a proof' }, 'proof'],
    ['the proof is empty', { ...GOOD, proof: '' }, 'proof'],
    [
      'the proof is of another leaf',
      { ...GOOD, proof: makeProof(leaves, INDEX, [LOG_KEY]).toString() },
      'proof',
    ],
    ['the proof carries no leaf', { ...GOOD, proof: GOOD.proof.replace(/^extra .*\n/m, '') }, 'proof'],
    [
      'the proof is about another place',
      { ...GOOD, proof: GOOD.proof.replace('index 5', 'index 4') },
      'place',
    ],
    ['the page names another place', sent({ logIndex: '4' }), 'place'],
    ['nobody who is trusted signed', { ...GOOD, keys: [OTHER_KEY.vkey] }, 'signer'],
    [
      'only a witness signed that is trusted',
      { ...receivedStatement({ signers: [OTHER_KEY, WITNESS] }), keys: [LOG_KEY.vkey, WITNESS.vkey] },
      'signer',
    ],
    ['another root was put in', { ...GOOD, proof: withRoot(GOOD.proof, rootOf(leaves)) }, 'signature'],
    [
      'the signature of a trusted witness is wrong',
      {
        ...GOOD,
        proof: withWitnessOfOtherText(receivedStatement({ signers: [LOG_KEY, WITNESS] }).proof),
        keys: [LOG_KEY.vkey, WITNESS.vkey],
      },
      'signature',
    ],
    ['the leaf is in no such tree', { ...GOOD, proof: intoOtherTree(GOOD.proof) }, 'way'],
    ['a hash is missing', { ...GOOD, proof: withoutLastHash(GOOD.proof) }, 'way'],
  ])('is told when %s', (_what, received, failure) => {
    expect(verify(received)).toMatchObject({ kind: 'failed', failure });
  });

  it('is what any change of one character of a proof, leaf, text or salt comes to', () => {
    const { leaf, opening } = GOOD.statement;
    const parts = {
      proof: GOOD.proof,
      leaf,
      text: opening?.text ?? '',
      salt: opening?.salt ?? '',
    };
    const changes = fc
      .constantFrom(...(Object.keys(parts) as (keyof typeof parts)[]))
      .chain((part) =>
        fc.tuple(
          fc.constant(part),
          fc.nat({ max: parts[part].length - 1 }),
          fc.string({ minLength: 1, maxLength: 1 }),
        ),
      );
    fc.assert(
      fc.property(changes, ([part, at, character]) => {
        fc.pre(parts[part][at] !== character);
        const changed = {
          ...parts,
          [part]: parts[part].slice(0, at) + character + parts[part].slice(at + 1),
        };
        const received = sent(
          { leaf: changed.leaf, opening: { text: changed.text, salt: changed.salt } },
          { proof: changed.proof },
        );
        expect(verify(received).kind).toBe('failed');
      }),
      { numRuns: 500 },
    );
  });

  it('is not hidden by keys that cannot be checked, nor made by them', () => {
    const opaque = 'registry.example/log+0a0b0c0d+Bg==';
    expect(verify({ ...GOOD, keys: [opaque, LOG_KEY.vkey] }).kind).toBe('verified');
    expect(verify({ ...GOOD, keys: [opaque, OTHER_KEY.vkey] })).toMatchObject({ failure: 'signer' });
  });
});

describe('what cannot be told here', () => {
  it('is whether a key of an unknown kind signed', () => {
    const keys = ['registry.example/log+0a0b0c0d+Bg=='];
    expect(verify({ ...GOOD, keys })).toEqual({ kind: 'unable', inability: 'unknown-keys' });
    expect(verify({ ...GOOD, keys: [] })).toEqual({ kind: 'unable', inability: 'unknown-keys' });
  });

  it('is what a leaf of a later version says', () => {
    const leaf = GOOD.statement.leaf.replace('"v":1', '"v":2');
    const id = bytesToHex(nodeSha256(Buffer.from(`\0${leaf}`)));
    expect(verify(sent({ id, leaf }, { id }))).toEqual({ kind: 'unable', inability: 'newer-leaf' });
  });

  it('never reaches words that name the address', () => {
    expect(JSON.stringify(verify(sent({ preference: 'ALLOW' })))).not.toContain(ADDRESS);
  });
});

function text(): string {
  return GOOD.statement.opening?.text ?? '';
}

function salt(): string {
  return GOOD.statement.opening?.salt ?? '';
}

/** A proof whose checkpoint says another root, under the old signature. */
function withRoot(proof: string, root: Buffer): string {
  return proof.replace(/(\n13\n).{44}\n/, `$1${root.toString('base64')}\n`);
}

/** The way to the root of a tree in which another leaf stands there, with that tree's signed checkpoint. */
function intoOtherTree(proof: string): string {
  const other = makeProof(leavesWith(LOG_KEY, SIZE), INDEX, [LOG_KEY]).toString();
  const extra = /^extra .*$/m.exec(proof)?.[0] ?? '';
  return other.replace(/^extra .*$/m, extra);
}

function withoutLastHash(proof: string): string {
  return proof.replace(/\n.{44}\n\n/, '\n\n');
}

function withWitnessOfOtherText(proof: string): string {
  const line = WITNESS.line('registry.example/log\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n');
  return proof.replace(/\u2014 witness.*\n/, line);
}
