import { containsUse, USES } from '../core/consent/use.js';
import type { DeniedAddress, MetAddress, NoCarrier, YesSayersClaim } from '../app/ports/disputes.js';
import { addressRange, hostRange } from './place-ranges.js';
import { unsignedKey } from './row-values.js';
import type { StoreSession } from './store-session.js';

const STANDS = `state IN ('open', 'active', 'disputed')`;

/** Organisations that speak for an account, each with the pseudonym under which it does. */
export const AGENTS_OF = (account: string) => `
  SELECT replace(agents.pseudonym::text, '-', '') AS speaker
  FROM mandates JOIN organisations ON organisations.id = organisation_id
                JOIN accounts AS agents ON agents.id = organisations.account_id
  WHERE mandates.principal_id = ${account} AND mandates.revoked_at IS NULL`;

// Whatever replaced a no: whether that ended it is for the rules to say.
const SAYS_NO = `statements.preference <> 'allow' AND statements.withdrawn_index IS NULL`;

/** Uses that contain one another are answered together: by the widest of them. */
const WIDEST = (use: string) => {
  const widest = USES.map((one) => [one, USES.find((other) => containsUse(other, one)) ?? one] as const);
  return `CASE ${use} ${widest.map(([one, other]) => `WHEN '${one}' THEN '${other}'`).join(' ')} END`;
};

/** Who speaks for an account by saying no to everything, and about which uses. */
const AGENTS_SAYING_NO = (account: string) => `
  SELECT agents.speaker, ${WIDEST('statements.use')} AS use
  FROM (${AGENTS_OF(account)}) AS agents JOIN statements ON statements.claimant = agents.speaker
  WHERE statements.kind = 'account' AND ${SAYS_NO}`;

/**
 * Whom the claim on a work speaks for: its claimant, who keeps a yes to a place from counting by the claim alone, whatever the use; and whoever
 * speaks for them.
 */
const SPEAKERS_OF_WORK = `
  SELECT claims.claimant AS speaker, NULL AS use
  UNION ${AGENTS_SAYING_NO('claims.account_id')}`;

const SPEAKERS_OF_ADDRESS = AGENTS_SAYING_NO('claims.account_id');

const ON_RECORD = `work_matches.state IN ('matched', 'confirmed')`;
const UNPROVEN = `claims.state = 'open' AND claims.assurance = 'asserted'`;

const CARRIERS = `
  SELECT DISTINCT 'match' AS by, work_matches.subject_digest AS digest, work_matches.subject_key AS key, work_matches.canon,
         work_matches.canonical AS expression, said.speaker, claims.id AS claim, claims.claimant,
         claims.assurance = 'asserted' AS asserted, work_matches.id AS match
  FROM work_matches JOIN works ON works.id = work_id JOIN claims ON claims.id = works.claim_id AND claims.${STANDS}
       CROSS JOIN LATERAL (${SPEAKERS_OF_WORK}) AS said
  WHERE work_matches.subject_digest = ANY ($1::bytea[]) AND ${ON_RECORD}
  UNION ALL
  SELECT DISTINCT 'mandate', claims.subject_digest, claims.subject_key, claims.canon, claims.expression, said.speaker, claims.id, claims.claimant,
         true, NULL::uuid
  FROM claims CROSS JOIN LATERAL (${SPEAKERS_OF_ADDRESS}) AS said
  WHERE claims.subject_digest = ANY ($1::bytea[]) AND claims.kind = 'url' AND ${UNPROVEN}
  ORDER BY digest, claim, match, speaker`;

interface CarrierRow {
  readonly by: NoCarrier['by'];
  readonly digest: Uint8Array;
  readonly key: string;
  readonly canon: number;
  readonly expression: string | null;
  readonly speaker: string;
  readonly claim: string;
  readonly claimant: string;
  readonly asserted: boolean;
  readonly match: string | null;
}

/** See `AnswerDisputeStore.carriersAt`. */
export async function carriersAt(
  session: StoreSession,
  subjectDigests: readonly Uint8Array[],
): Promise<NoCarrier[]> {
  if (subjectDigests.length === 0) return [];
  const digests = subjectDigests.map((digest) => Buffer.from(digest));
  const rows = await session.query<CarrierRow>(CARRIERS, [digests]);
  return rows.map((row) => ({
    by: row.by,
    subjectDigest: new Uint8Array(row.digest),
    subjectKey: unsignedKey.from(row.key) as bigint,
    canon: row.canon,
    expression: row.expression ?? undefined,
    speaker: row.speaker,
    claimId: row.claim,
    claimant: row.claimant,
    isAsserted: row.asserted,
    matchId: row.match ?? undefined,
  }));
}

// As it is, or on terms.
const SAYS_YES = `statements.preference <> 'deny' AND statements.withdrawn_index IS NULL AND statements.superseded_by IS NULL`;

const YES_SAYERS = `
  SELECT id AS "claimId", claimant, kind, expression, subject_digest AS "subjectDigest"
  FROM claims
  WHERE state IN ('active', 'disputed') AND (kind = 'content' OR expression IS NOT NULL)
    AND ($1::uuid IS NULL OR id > $1)
    AND EXISTS (SELECT FROM statements WHERE statements.claimant = claims.claimant AND ${SAYS_YES})
  ORDER BY id LIMIT $2`;

/** See `AnswerDisputeStore.heldByYesSayers`. */
export async function heldByYesSayers(
  session: StoreSession,
  after: string | undefined,
  count: number,
): Promise<YesSayersClaim[]> {
  const rows = await session.query<Omit<YesSayersClaim, 'expression'> & { expression: string | null }>(
    YES_SAYERS,
    [after ?? null, count],
  );
  return rows.map((row) => ({
    ...row,
    expression: row.expression ?? undefined,
    subjectDigest: new Uint8Array(row.subjectDigest),
  }));
}

const HOST_OF = (address: string) =>
  `(left(reverse(split_part(split_part(${address}, '/', 1), ':', 1)), 255) || '.') COLLATE "C"`;
const BEGINNING_OF = (address: string) => `left(${address}, 512) COLLATE "C"`;

/** Where the work of an asked claim was found, as its claimant or a moderator says: a yes to it holds there. */
const CONFIRMED_OF_ASKED = `
  SELECT own.subject_digest FROM claims AS held JOIN works AS mine ON mine.claim_id = held.id
         JOIN work_matches AS own ON own.work_id = mine.id AND own.state = 'confirmed'
  WHERE held.id = asked.claim`;

/** Rows of a table that lie within an asked place, or where an asked work was found, by the index that fits what kind of claim it is. */
const WITHIN = (table: string, address: string, columns: string, which: string) => `
  SELECT ${columns} FROM ${table}
  WHERE asked.kind = 'domain' AND ${which} AND ${HOST_OF(address)} >= asked.first AND ${HOST_OF(address)} < asked.beyond
  UNION ALL
  SELECT ${columns} FROM ${table}
  WHERE asked.kind = 'path' AND ${which} AND ${BEGINNING_OF(address)} >= asked.first AND ${BEGINNING_OF(address)} < asked.beyond
    AND starts_with(${address}, asked.expression)
  UNION ALL
  SELECT ${columns} FROM ${table}
  WHERE asked.kind = 'url' AND ${which} AND ${table}.subject_digest = asked.digest
  UNION ALL
  SELECT ${columns} FROM ${table}
  WHERE asked.kind = 'content' AND ${which} AND ${table}.subject_digest IN (${CONFIRMED_OF_ASKED})`;

const FROM_ASKED = `
  unnest($1::text[], $2::text[], $3::text[], $4::bytea[], $5::text[], $6::text[], $10::uuid[])
    AS asked (claimant, kind, expression, digest, first, beyond, claim)`;

const UNPROVEN_ADDRESS = `claims.kind = 'url' AND claims.expression IS NOT NULL AND ${UNPROVEN}`;

// Each two who oppose each other are weighed once: while they are in dispute, and where a moderator found that the no stands.
const CARRIED = `
  SELECT expression, digest, speaker FROM (
    SELECT met.canonical AS expression, met.subject_digest AS digest, said.speaker, said.use, asked.claimant AS yes
    FROM ${FROM_ASKED}
         CROSS JOIN LATERAL (${WITHIN(
           'work_matches',
           'work_matches.canonical',
           'work_matches.work_id, work_matches.canonical, work_matches.subject_digest',
           `${ON_RECORD} AND work_matches.canonical IS NOT NULL`,
         )}) AS met
         JOIN works ON works.id = met.work_id
         JOIN claims ON claims.id = works.claim_id AND ${UNPROVEN} AND claims.claimant <> asked.claimant
         CROSS JOIN LATERAL (${SPEAKERS_OF_WORK}) AS said
    UNION
    SELECT claims.expression, claims.subject_digest, said.speaker, said.use, asked.claimant
    FROM ${FROM_ASKED}
         CROSS JOIN LATERAL (${WITHIN(
           'claims',
           'claims.expression',
           'claims.expression, claims.subject_digest, claims.account_id',
           UNPROVEN_ADDRESS,
         )}) AS claims
         CROSS JOIN LATERAL (${SPEAKERS_OF_ADDRESS}) AS said
    UNION
    SELECT claims.expression, claims.subject_digest, claims.claimant, ${WIDEST('statements.use')}, asked.claimant
    FROM ${FROM_ASKED}
         JOIN claims ON asked.kind = 'content' AND ${UNPROVEN_ADDRESS} AND claims.subject_digest IN (${CONFIRMED_OF_ASKED})
         JOIN statements ON statements.claimant = claims.claimant AND statements.kind = 'url'
                        AND statements.subject_digest = claims.subject_digest AND ${SAYS_NO}) AS carried
  WHERE speaker <> yes
    AND EXISTS (SELECT FROM statements
                WHERE statements.claimant = yes AND ${SAYS_YES} AND (carried.use IS NULL OR ${WIDEST('statements.use')} = carried.use))
    AND ($7::bytea IS NULL OR (digest, speaker) > ($7, $8::text))
    AND NOT EXISTS (
      SELECT FROM disputes
      WHERE disputes.subject_digest = digest AND disputes.no_by = speaker AND disputes.yes_by = yes
        AND (disputes.closed_at IS NULL
             OR (disputes.outcome = 'no-stands' AND disputes.reason IS NOT NULL
                 AND NOT EXISTS (SELECT FROM appeals WHERE appeals.dispute_id = disputes.id AND appeals.outcome = 'upheld'))))
  GROUP BY expression, digest, speaker
  ORDER BY digest, speaker LIMIT $9`;

/** See `AnswerDisputeStore.carriedWithin`. */
export async function carriedWithin(
  session: StoreSession,
  held: readonly YesSayersClaim[],
  after: Pick<MetAddress, 'subjectDigest' | 'speaker'> | undefined,
  count: number,
): Promise<MetAddress[]> {
  const ranges = held.map(({ kind, expression = '' }) =>
    kind === 'domain' ? hostRange(expression) : addressRange(expression),
  );
  const rows = await session.query<{ expression: string; digest: Uint8Array; speaker: string }>(CARRIED, [
    held.map(({ claimant }) => claimant),
    held.map(({ kind }) => kind),
    held.map(({ expression }) => expression ?? null),
    held.map(({ subjectDigest }) => Buffer.from(subjectDigest)),
    ranges.map(([first]) => first),
    ranges.map(([, beyond]) => beyond),
    after === undefined ? null : Buffer.from(after.subjectDigest),
    after?.speaker ?? null,
    count,
    held.map(({ claimId }) => claimId),
  ]);
  return rows.map(({ digest, ...row }) => ({ ...row, subjectDigest: new Uint8Array(digest) }));
}

// Whoever the yes was of must still hold a place in the dispute: what was weighed was their yes against a mere word.
const SETTLED = `
  SELECT DISTINCT subject_digest AS digest FROM disputes
  WHERE subject_digest = ANY ($1::bytea[]) AND kind = 'url' AND outcome = 'yes-stands'
    AND NOT EXISTS (SELECT FROM appeals WHERE appeals.dispute_id = disputes.id AND appeals.outcome = 'upheld')
    AND EXISTS (SELECT FROM dispute_claims JOIN claims ON claims.id = claim_id
                WHERE dispute_id = disputes.id AND claims.claimant = disputes.yes_by
                  AND claims.state IN ('active', 'disputed') AND claims.assurance <> 'asserted')`;

/** See `AnswerDisputeStore.settledAmong`. */
export async function settledAmong(
  session: StoreSession,
  subjectDigests: readonly DeniedAddress['subjectDigest'][],
): Promise<Uint8Array[]> {
  if (subjectDigests.length === 0) return [];
  const digests = subjectDigests.map((digest) => Buffer.from(digest));
  const rows = await session.query<{ digest: Uint8Array }>(SETTLED, [digests]);
  return rows.map(({ digest }) => new Uint8Array(digest));
}
