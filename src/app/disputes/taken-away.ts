import { equalBytes } from '../../core/bytes/equal-bytes.js';
import type { Claim } from '../ports/claims.js';
import type { AnswerDispute } from '../ports/disputes.js';
import type { Stores } from '../ports/registry-store.js';
import type { WorkMatch } from '../ports/works.js';

/** The matches that a dispute took away from its address; what was decided of them later is not among them. */
export async function matchesTakenAway(
  stores: Stores,
  dispute: AnswerDispute,
): Promise<{ readonly match: WorkMatch; readonly claim: Claim }[]> {
  const claims = await stores.claims.byIds(dispute.claimIds);
  const works = await stores.works.byClaims(claims.map(({ id }) => id));
  const matches = await stores.works.matchesAt(
    works.map(({ id }) => id),
    [dispute.subjectDigest],
  );
  return matches
    .filter(({ state, decidedAt }) => state === 'rejected' && isThen(decidedAt, dispute))
    .flatMap((match) => {
      const work = works.find(({ id }) => id === match.workId);
      const claim = claims.find(({ id }) => id === work?.claimId);
      return claim === undefined ? [] : [{ match, claim }];
    });
}

/** The claims on its address that it ended, of those whom somebody spoke for. */
export async function claimsTakenAway(stores: Stores, dispute: AnswerDispute): Promise<Claim[]> {
  const { noBy, yesBy } = dispute;
  return (await stores.claims.byIds(dispute.claimIds)).filter(
    ({ kind, subjectDigest, state, decidedAt, claimant }) =>
      kind === 'url' &&
      state === 'rejected' &&
      claimant !== noBy &&
      claimant !== yesBy &&
      equalBytes(subjectDigest, dispute.subjectDigest) &&
      isThen(decidedAt, dispute),
  );
}

function isThen(decidedAt: Date | undefined, { closedAt }: AnswerDispute): boolean {
  return decidedAt !== undefined && decidedAt.getTime() === closedAt?.getTime();
}
