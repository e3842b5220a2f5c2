import type { Leaf } from '../../core/log/leaf.js';
import { assuranceLeaf } from '../claims/claim-leaves.js';
import type { AnswerDispute, NoCarrier } from '../ports/disputes.js';
import type { Stores } from '../ports/registry-store.js';
import { matchRemoval } from '../works/match-leaves.js';

/** Who found that the yes stands, and why; neither where the no lapsed. */
export interface TakenAwayBy {
  readonly decidedBy: string | undefined;
  readonly decisionReason: string | undefined;
}

/**
 * Takes away from the address of a dispute what carried the no there: matches of works, and unproven claims on the address of
 * those whom somebody speaks for. What rests on more than a word stays. The no goes on about everything else. Answers the leaves that say so.
 */
export async function takeCarriersAway(
  stores: Stores,
  { noBy, subjectDigest }: AnswerDispute,
  by: TakenAwayBy,
  at: Date,
): Promise<Leaf[]> {
  const carriers = (await stores.answerDisputes.carriersAt([subjectDigest])).filter(
    ({ speaker, isAsserted }) => speaker === noBy && isAsserted,
  );
  return [
    ...(await rejectMatches(
      stores,
      carriers.flatMap(({ matchId }) => matchId ?? []),
      at,
    )),
    ...(await rejectClaims(
      stores,
      carriers.filter((one) => one.by === 'mandate'),
      by,
      at,
    )),
  ];
}

async function rejectMatches(stores: Stores, matchIds: readonly string[], at: Date): Promise<Leaf[]> {
  const matches = await stores.works.matchesByIds(matchIds);
  const works = await stores.works.byIds([...new Set(matches.map(({ workId }) => workId))]);
  const claims = await stores.claims.byIds(works.map(({ claimId }) => claimId));
  await stores.works.saveMatches(
    matches.map((match) => ({
      ...match,
      state: 'rejected' as const,
      confirmedBy: undefined,
      leafMatch: undefined,
      decidedAt: at,
    })),
  );
  return matches.flatMap((match) => {
    const work = works.find(({ id }) => id === match.workId);
    const claim = claims.find(({ id }) => id === work?.claimId);
    return claim === undefined ? [] : [matchRemoval(match, claim, at)];
  });
}

async function rejectClaims(
  stores: Stores,
  carriers: readonly NoCarrier[],
  by: TakenAwayBy,
  at: Date,
): Promise<Leaf[]> {
  const method = by.decidedBy === undefined ? 'timeout' : 'moderator';
  const leaves: Leaf[] = [];
  for (const { claimId } of carriers) {
    await stores.claims.update(claimId, { ...by, state: 'rejected', decidedAt: at });
    leaves.push(assuranceLeaf(claimId, { state: 'rejected' }, method, at));
  }
  return leaves;
}
