/**
 * What counts (decision rules v1, no. 4). A no is cheap, because it protects: on content and on one address a claimant's
 * word is enough. A yes is dear, because it gives away: it needs proof, a claim to authorship, and the right address.
 */
import { type Assurance, isAssured } from './assurance.js';
import { saysFreeOfRights } from './basis.js';
import type { YesProblem } from './decision.js';
import type { Match, MatchProblem } from './match.js';
import type { CoveringStatement, StandingStatement } from './standing-statement.js';
import type { PlaceKind } from './subject.js';

/** What the counting of a yes depends on beside the statement itself. */
export interface YesContext {
  readonly at: number;
  readonly minimumAssurance: Assurance;
  /** Everybody who has a statement or a claim on the content of the item. */
  readonly contentClaimants: ReadonlySet<string>;
}

const PLACES_HELD_BY_PROOF: readonly (PlaceKind | 'content')[] = ['path', 'domain'];
const MATCHES_WITHOUT_YES: Partial<Record<Match['via'], MatchProblem>> = {
  'without-query': 'without-query-carries-no-yes',
  md5: 'md5-carries-no-yes',
};

/** Whether the no of a statement binds everybody; a whole folder or host is denied only by who proved to hold it. */
export function noBinds(statement: StandingStatement): boolean {
  return !PLACES_HELD_BY_PROOF.includes(statement.subject.kind) || isAssured(statement.assurance, 'verified');
}

export function isExpired(statement: StandingStatement, at: number): boolean {
  return statement.expiresAt !== undefined && at >= statement.expiresAt;
}

/** Why the statement gives no yes or offer to anything it covers; undefined when it can. */
export function yesProblem(statement: StandingStatement, at: number): YesProblem | undefined {
  if (isExpired(statement, at)) {
    return 'expired';
  }
  if (statement.capacity === 'host') {
    return 'host-cannot-allow';
  }
  if (statement.capacity === 'person-depicted') {
    return 'person-depicted-cannot-allow';
  }
  if (!statement.ownWorks) {
    return 'not-own-works';
  }
  if (!isAssured(statement.assurance, 'verified')) {
    return 'yes-needs-verification';
  }
  const needsReview = saysFreeOfRights(statement.basis) && !isAssured(statement.assurance, 'reviewed');
  return needsReview ? 'yes-needs-review' : undefined;
}

/** Why the statement gives no yes or offer for this item and this asker; undefined when it does. */
export function yesProblemHere(covering: CoveringStatement, context: YesContext): YesProblem | undefined {
  const { match, claimant, assurance } = covering;
  const general = yesProblem(covering, context.at) ?? matchProblem(match);
  if (general !== undefined) {
    return general;
  }
  if ('address' in match) {
    if (match.address === 'embedded') {
      return 'outer-only';
    }
    if ([...context.contentClaimants].some((other) => other !== claimant)) {
      return 'content-claimed-by-another';
    }
  }
  return isAssured(assurance, context.minimumAssurance) ? undefined : 'below-policy';
}

function matchProblem(match: Match): MatchProblem | undefined {
  return MATCHES_WITHOUT_YES[match.via] ?? ('distance' in match ? match.carriesNoYes : undefined);
}
