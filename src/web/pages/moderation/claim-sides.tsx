import type { ResultOf } from '../../../client/graphql.js';
import { Answered } from '../../parts/answered.js';
import { SkeletonLines } from '../../parts/skeleton.js';
import { aboutPlace, PlaceStatements, statementsOn } from '../../statements/place-statements.js';
import { useQuestion } from '../../server/use-question.js';
import { ClaimSummary } from './claim-summary.js';
import type { Dispute, QueuedClaimParts } from './operations.js';
import { SideAnswers } from './side-answers.js';

interface ClaimSidesProps {
  dispute: Dispute;
  claims: readonly ResultOf<typeof QueuedClaimParts>[];
}

/** Beside what each shows, what each wants: a no and a yes are not the same to get wrong. */
export function ClaimSides({ dispute, claims }: ClaimSidesProps) {
  const place = { kind: dispute.kind, expression: dispute.address ?? '' };
  const [state, again] = useQuestion({
    query: PlaceStatements,
    variables: aboutPlace(place),
    requestPolicy: 'cache-and-network',
    pause: dispute.address === null,
  });
  return (
    <div className="case__sides">
      {claims.map((claim) => (
        <div key={claim.id} className="stack">
          <ClaimSummary claim={claim} />
          {dispute.address !== null && (
            <Answered
              state={state}
              waiting={<SkeletonLines />}
              onRetry={() => {
                again({ requestPolicy: 'network-only' });
              }}
            >
              {(data) => (
                <SideAnswers
                  answers={statementsOn(place, data).filter(({ claimant }) => claimant === claim.claimant)}
                />
              )}
            </Answered>
          )}
        </div>
      ))}
    </div>
  );
}
