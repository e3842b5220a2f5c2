import { bytesToHex } from '@noble/hashes/utils.js';
import { encodeBase64 } from '../../../src/core/bytes/base64.js';
import { canonicalJson } from '../../../src/core/json/canonical-json.js';
import { encodeLeaf } from '../../../src/core/log/leaf.js';
import { leafHash } from '../../../src/core/log/leaf-hash.js';
import { placeLeafSubject } from '../../../src/core/log/leaf-subject.js';
import { commitToOpening, type Opening } from '../../../src/core/log/opening.js';
import { buildStatementLeaf, type StatementDraft } from '../../../src/core/log/statement-leaf.js';
import { nodeSha256 } from '../../../src/log-key/node-sha256.js';
import type { Received } from '../../../src/web/verification/verify-statement.js';
import { leavesWith, type MadeKey, makeKey, makeProof, ORIGIN } from '../../verifier/make-log.js';

export const LOG_KEY = makeKey(ORIGIN, 1);
export const ADDRESS = 'paintings.example/fox.jpg';
export const SUBMITTED = 'https://paintings.example/fox.jpg?utm_source=mail';
export const INDEX = 5;
export const SIZE = 13;

const SALT = new Uint8Array(32).fill(9);

interface Told {
  readonly draft?: Partial<StatementDraft>;
  readonly opening?: Opening;
  /** Whose lines stand under the checkpoint. */
  readonly signers?: readonly MadeKey[];
}

/** What a browser is sent about a statement that a log of 13 leaves holds as leaf 5, all of it true. */
export function receivedStatement({
  draft = {},
  opening = { v: 1, submitted: SUBMITTED },
  signers = [LOG_KEY],
}: Told = {}): Received {
  const leaf = buildStatementLeaf({
    subject: placeLeafSubject('url', ADDRESS, nodeSha256),
    canon: 1,
    claim: '0123456789abcdef'.repeat(2),
    claimant: 'a1'.repeat(16),
    capacity: 'author',
    use: 'train-ai',
    preference: 'deny',
    basis: 'own-right',
    ownWorks: true,
    opening: commitToOpening(opening, SALT, nodeSha256),
    time: '2026-11-22T19:00:00.005Z',
    ...draft,
  });
  const bytes = encodeLeaf(leaf);
  const leaves = leavesWith(LOG_KEY, SIZE).with(INDEX, Buffer.from(bytes));
  const { licenceUrl = null, credit = null, feeUrl = null, contact = null } = opening.terms ?? {};
  const id = bytesToHex(leafHash(bytes, nodeSha256));
  return {
    id,
    statement: {
      id,
      logIndex: String(INDEX),
      use: nameOf(leaf.use),
      preference: nameOf(leaf.preference),
      address: ADDRESS,
      subjectKind: nameOf(leaf.subject.kind),
      subjectDigest: 'sha256' in leaf.subject ? (leaf.subject.sha256 ?? null) : null,
      capacity: nameOf(leaf.capacity),
      basis: nameOf(leaf.basis),
      claimant: leaf.claimant,
      statedAt: leaf.time,
      expiresAt: leaf.expiresAt ?? null,
      ownWorks: leaf.ownWorks,
      reservesRights: leaf.reservation,
      terms: opening.terms === undefined ? null : { licenceUrl, credit, feeUrl, contact },
      leaf: new TextDecoder().decode(bytes),
      opening: { text: canonicalJson(opening), salt: encodeBase64(SALT) },
    },
    proof: makeProof(leaves, INDEX, signers).toString(),
    keys: [LOG_KEY.vkey],
  };
}

type Upper<Word extends string> = Word extends `${infer Head}-${infer Tail}`
  ? `${Uppercase<Head>}_${Upper<Tail>}`
  : Uppercase<Word>;

function nameOf<Word extends string>(word: Word): Upper<Word> {
  return word.toUpperCase().replaceAll('-', '_') as Upper<Word>;
}
