import type {
  CaseNote,
  Hold,
  ItemKey,
  QueueStore,
  ReportKind,
  WaitingItem,
} from '../../app/ports/moderation.js';
import { CaseHoldRow } from '../entities/case-hold.entity.js';
import { CaseNoteRow } from '../entities/case-note.entity.js';
import { bitBytes } from '../row-values.js';
import type { StoreSession } from '../store-session.js';

const PROVEN = (claimants: string) => `
  EXISTS (SELECT FROM claims shown
          WHERE shown.claimant = ANY (${claimants}) AND shown.assurance <> 'asserted' AND shown.state = 'active')`;

/** Whose yes stays denied while a claim waits: of the disputes that its evidence keeps alive. */
const AGAINST = `
  ARRAY(SELECT DISTINCT opposed.yes_by FROM disputes AS opposed
        WHERE opposed.no_by = claim.claimant AND opposed.closed_at IS NULL
          AND CASE claim.kind WHEN 'url' THEN opposed.subject_digest = claim.subject_digest
                              WHEN 'path' THEN starts_with(opposed.expression, claim.expression)
                              WHEN 'domain' THEN right('.' || split_part(opposed.expression, '/', 1), length(claim.expression) + 1) = '.' || claim.expression ELSE FALSE END)`;

/** What one moderator decided alike about several things of one kind, with the same words. */
const DECISION = `
  CASE WHEN action IN ('close-dispute', 'decide-claim')
       THEN proposed_by || ' ' || action || ' ' || (input - 'disputeId' - 'claimId')::text END`;

/** A claim that somebody handed evidence in for, with what it is recognised by. One under a no in dispute waits there. */
const CLAIMS = `
  SELECT 'claim:' || claim.id AS key, ARRAY[claim.claimant] AS claimants, ${PROVEN('ARRAY[claim.claimant]')} AS proven,
         min(evidence.submitted_at) AS since, NULL::text AS report, NULL::text AS place,
         ${AGAINST} AS against, NULL::text AS decision,
         CASE WHEN EXISTS (SELECT FROM statements
                           WHERE statements.claimant = claim.claimant AND statements.subject_digest = claim.subject_digest
                             AND preference <> 'deny' AND withdrawn_index IS NULL) THEN 'yes' ELSE 'no' END AS wants,
         array_remove(array_agg(evidence.link), NULL) AS links,
         array_remove(array_agg(evidence.wording), NULL) AS wordings,
         CASE WHEN works.pdq IS NULL THEN '{}'::text[] ELSE ARRAY[works.pdq::text] END AS pictures
  FROM (SELECT * FROM claims WHERE state = 'open' ORDER BY created_at, id) AS claim
  JOIN evidence ON evidence.claim_id = claim.id
  LEFT JOIN works ON works.claim_id = claim.id
  WHERE NOT EXISTS (SELECT FROM dispute_claims JOIN disputes ON disputes.id = dispute_id
                    WHERE dispute_claims.claim_id = claim.id AND disputes.no_by = claim.claimant AND disputes.closed_at IS NULL)
  GROUP BY claim.id, claim.claimant, claim.kind, claim.expression, claim.subject_digest, works.pdq
  ORDER BY since LIMIT $1`;

/** Of those between answers only the ones in which something waits to be looked at: the others end by themselves. */
const DISPUTES = `
  SELECT 'dispute:' || dispute.id AS key, parties.claimants, ${PROVEN('parties.claimants')} AS proven,
         dispute.opened_at AS since, NULL::text AS report, NULL::text AS place,
         array_remove(ARRAY[dispute.yes_by], NULL) AS against, NULL::text AS decision, 'nothing' AS wants,
         '{}'::text[] AS links, '{}'::bytea[] AS wordings, '{}'::text[] AS pictures
  FROM disputes AS dispute
  CROSS JOIN LATERAL (
    SELECT CASE WHEN dispute.no_by IS NULL
                THEN (array_agg(claims.claimant ORDER BY claims.created_at DESC, claims.id))[1:1]
                ELSE ARRAY[dispute.no_by] END AS claimants
    FROM dispute_claims JOIN claims ON claims.id = claim_id WHERE dispute_id = dispute.id) AS parties
  WHERE dispute.closed_at IS NULL
    AND (dispute.no_by IS NULL
         OR EXISTS (SELECT FROM dispute_claims JOIN claims ON claims.id = claim_id JOIN evidence USING (claim_id)
                    WHERE dispute_id = dispute.id AND claims.claimant = dispute.no_by AND claims.state = 'open')
         OR EXISTS (SELECT FROM exhibits WHERE dispute_id = dispute.id AND claimant = dispute.no_by))
  ORDER BY since LIMIT $1`;

const REPORTS = `
  SELECT 'report:' || reports.id AS key,
         CASE WHEN pseudonym IS NULL THEN '{}'::text[] ELSE ARRAY[replace(pseudonym, '-', '')] END AS claimants,
         pseudonym IS NOT NULL AND ${PROVEN(`ARRAY[replace(pseudonym, '-', '')]`)} AS proven,
         made_at AS since, kind AS report, place_kind || ' ' || expression AS place,
         '{}'::text[] AS against, NULL::text AS decision, 'nothing' AS wants,
         '{}'::text[] AS links, '{}'::bytea[] AS wordings, '{}'::text[] AS pictures
  FROM reports LEFT JOIN accounts ON accounts.id = account_id
  WHERE decided_at IS NULL ORDER BY made_at LIMIT $1`;

const PROPOSALS = `
  SELECT 'proposal:' || id AS key, '{}'::text[] AS claimants, TRUE AS proven, proposed_at AS since, NULL::text AS report,
         NULL::text AS place, '{}'::text[] AS against, ${DECISION} AS decision, 'nothing' AS wants, '{}'::text[] AS links,
         '{}'::bytea[] AS wordings, '{}'::text[] AS pictures
  FROM proposals ORDER BY proposed_at LIMIT $1`;

const WORKS = `
  SELECT 'work:' || works.id AS key, ARRAY[claims.claimant] AS claimants, ${PROVEN('ARRAY[claims.claimant]')} AS proven,
         waits_since AS since, NULL::text AS report, NULL::text AS place, '{}'::text[] AS against, NULL::text AS decision,
         'no' AS wants, '{}'::text[] AS links,
         '{}'::bytea[] AS wordings, CASE WHEN pdq IS NULL THEN '{}'::text[] ELSE ARRAY[pdq::text] END AS pictures
  FROM works JOIN claims ON claims.id = claim_id
  WHERE waits_since IS NOT NULL AND state IN ('open', 'active', 'disputed') ORDER BY waits_since LIMIT $1`;

const APPEALS = `
  SELECT 'appeal:' || id AS key, ARRAY[claimant] AS claimants, ${PROVEN('ARRAY[claimant]')} AS proven, made_at AS since,
         NULL::text AS report, NULL::text AS place, '{}'::text[] AS against, NULL::text AS decision, 'nothing' AS wants,
         '{}'::text[] AS links, '{}'::bytea[] AS wordings, '{}'::text[] AS pictures
  FROM appeals WHERE decided_at IS NULL ORDER BY made_at LIMIT $1`;

const WAITING = [CLAIMS, DISPUTES, REPORTS, PROPOSALS, WORKS, APPEALS]
  .map((sql) => `(${sql})`)
  .join(' UNION ALL ');

interface WaitingRow {
  readonly key: ItemKey;
  readonly claimants: string[];
  readonly proven: boolean;
  readonly since: Date;
  readonly report: ReportKind | null;
  readonly place: string | null;
  readonly wants: WaitingItem['wants'];
  readonly against: string[];
  readonly decision: string | null;
  readonly links: string[];
  readonly wordings: Uint8Array[];
  readonly pictures: string[];
}

// Whoever comes second waits for the row, and then sees that it is held.
const HOLD = `
  INSERT INTO case_holds AS known (item, held_by, held_until)
  SELECT item, $2, $4 FROM unnest($1::text[]) AS item ORDER BY item
  ON CONFLICT (item) DO UPDATE SET held_by = excluded.held_by, held_until = excluded.held_until
  WHERE known.held_by = excluded.held_by OR known.held_until <= $3`;

const HOLDS = 'SELECT * FROM case_holds WHERE item = ANY ($1::text[]) AND held_until > $2 ORDER BY item';

const RELEASE = 'DELETE FROM case_holds WHERE item = ANY ($1::text[]) AND held_by = $2';

const NOTES = 'SELECT * FROM case_notes WHERE item = ANY ($1::text[]) ORDER BY written_at, id';

export class QueueRepository implements QueueStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async waiting(limit: number): Promise<WaitingItem[]> {
    return (await this.#session.query<WaitingRow>(WAITING, [limit])).map(itemOf);
  }

  async hold(items: readonly ItemKey[], by: string, now: Date, until: Date): Promise<Hold[]> {
    await this.#session.execute(HOLD, [items, by, now, until]);
    return this.holds(items, now);
  }

  async holds(items: readonly ItemKey[], now: Date): Promise<Hold[]> {
    return this.#session.rows(CaseHoldRow, HOLDS, [items, now]);
  }

  async release(items: readonly ItemKey[], by: string): Promise<void> {
    await this.#session.execute(RELEASE, [items, by]);
  }

  async addNote(note: CaseNote): Promise<void> {
    await this.#session.insert(CaseNoteRow, note);
  }

  async notes(items: readonly ItemKey[]): Promise<CaseNote[]> {
    return this.#session.rows(CaseNoteRow, NOTES, [items]);
  }
}

function itemOf(row: WaitingRow): WaitingItem {
  const { key, claimants, proven, since, report, place, wants, against, decision } = row;
  const { links, wordings, pictures } = row;
  return {
    key,
    claimants,
    isProven: proven,
    since: new Date(since),
    wants,
    reportKind: report ?? undefined,
    place: place ?? undefined,
    against,
    decision: decision ?? undefined,
    links,
    wordings: wordings.map((wording) => new Uint8Array(wording)),
    pictures: pictures.map(bitBytes),
  };
}
