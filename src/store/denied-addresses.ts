import type { AnswerDisputeStore, DeniedAddress } from '../app/ports/disputes.js';
import { addressesFrom, hostsUnder } from './entry-places.js';
import { addressRange, hostRange } from './place-ranges.js';
import type { StoreSession } from './store-session.js';

interface FoundAddress {
  readonly expression: string;
  readonly digest: Uint8Array;
}

type Place = Parameters<AnswerDisputeStore['deniedWithin']>[0];

const ADDRESS_KEY = `left(claims.expression, 512) COLLATE "C"`;
const HOST_KEY = `(left(reverse(split_part(split_part(claims.expression, '/', 1), ':', 1)), 255) || '.') COLLATE "C"`;

/** Whose noes matter to a claimant whose answers changed: their own, and everybody's where they say yes to anything, as it is or on terms. */
const WHOSE = `
  (statements.claimant = $1 OR EXISTS (
    SELECT FROM statements AS yes
    WHERE yes.claimant = $1 AND yes.preference <> 'deny'
      AND yes.withdrawn_index IS NULL AND yes.superseded_by IS NULL))`;

// Whatever replaced a no: whether that ended it is for the rules to say.
const SAYS_NO = `statements.kind = 'url' AND statements.preference <> 'allow' AND statements.withdrawn_index IS NULL`;

const AT = `
  SELECT EXISTS (SELECT FROM statements WHERE ${SAYS_NO} AND statements.subject_digest = $2 AND ${WHOSE}) AS found`;

// Whoever says something about a place has claimed it, and only the claim is found by where the place lies.
const BELOW = (within: string) => `
  SELECT DISTINCT claims.expression, claims.subject_digest AS digest
  FROM claims JOIN statements USING (claimant, kind, subject_digest)
  WHERE claims.kind = 'url' AND ${within} AND ${SAYS_NO} AND ${WHOSE}`;

const BELOW_FOLDER = BELOW(
  `${ADDRESS_KEY} >= $2 AND ${ADDRESS_KEY} < $3 AND starts_with(claims.expression, $4)`,
);
const BELOW_HOST = BELOW(`${HOST_KEY} >= $2 AND ${HOST_KEY} < $3`);

// Of a claim whose address nobody can read any more the catalogue may still know the address, by its key and its digest. Asked
// claim by claim: there are few of them, and rows without number.
const NAMELESS_BELOW = (within: string) => `
  SELECT DISTINCT known.canonical AS expression, nameless.digest
  FROM (SELECT claims.subject_key AS key, claims.subject_digest AS digest
        FROM claims JOIN statements USING (claimant, kind, subject_digest)
        WHERE claims.kind = 'url' AND claims.expression IS NULL AND ${SAYS_NO} AND ${WHOSE}) AS nameless
       CROSS JOIN datasets
       CROSS JOIN LATERAL (
         SELECT canonical FROM entries
         WHERE dataset_id = datasets.id AND url_key = nameless.key AND ${within}
           AND sha256(convert_to(canonical, 'UTF8')) = nameless.digest
         LIMIT 1) AS known`;

/** See `AnswerDisputeStore.deniedWithin`. */
export async function deniedWithin(
  session: StoreSession,
  { kind, expression, subjectDigest }: Place,
  claimant: string,
): Promise<DeniedAddress[]> {
  if (kind === 'url') {
    const digest = Buffer.from(subjectDigest);
    const [row] = await session.query<{ found: boolean }>(AT, [claimant, digest]);
    return row?.found === true ? [{ expression, subjectDigest }] : [];
  }
  const known = kind === 'path' ? addressesFrom(expression, 2) : hostsUnder(expression, 2);
  const rows = [
    ...(await session.query<FoundAddress>(
      kind === 'path' ? BELOW_FOLDER : BELOW_HOST,
      kind === 'path'
        ? [claimant, ...addressRange(expression), expression]
        : [claimant, ...hostRange(expression)],
    )),
    ...(await session.query<FoundAddress>(NAMELESS_BELOW(known.sql), [claimant, ...known.values])),
  ];
  return rows.map((row) => ({ expression: row.expression, subjectDigest: new Uint8Array(row.digest) }));
}
