import { useNavigate } from 'react-router';
import { graphql, type EnumValue } from '../../client/graphql.js';
import type { Problem } from '../server/problem.js';
import { useAction } from '../server/use-action.js';
import { useSession } from '../session/use-session.js';

/** Says that a place is theirs, which starts its proof. */
export const OpenClaim = graphql(`
  mutation OpenClaim($input: OpenClaimInput!) {
    openClaim(input: $input) {
      __typename
      ... on ClaimPayload {
        claim {
          id
        }
      }
      ... on AlreadyClaimedError {
        claim {
          id
          claimant
        }
      }
      ... on UserError {
        code
        message
        nextStep
      }
    }
  }
`);

export interface ClaimedPlace {
  readonly kind: EnumValue<'PlaceKind'>;
  readonly address: string;
  readonly capacity: EnumValue<'Capacity'>;
}

export interface ProvingPlace {
  /** Says that the place is theirs, if they have not, and leads to the page that shows how to prove it. */
  readonly prove: (place: ClaimedPlace) => Promise<void>;
  readonly isBusy: boolean;
  readonly problem: Problem | undefined;
}

export function useProvePlace(): ProvingPlace {
  const { viewer } = useSession();
  const navigate = useNavigate();
  const { run, isBusy, problem } = useAction(OpenClaim, ({ openClaim }) =>
    // To have said so before is no obstacle for the one who did.
    openClaim.__typename === 'AlreadyClaimedError' && openClaim.claim.claimant === viewer?.pseudonym
      ? { claim: openClaim.claim }
      : openClaim,
  );

  const prove = async ({ kind, address, capacity }: ClaimedPlace): Promise<void> => {
    const done = await run({ input: { kind, address, capacity } });
    if (done !== undefined) {
      await navigate(`/claims/${done.claim.id}`);
    }
  };
  return { prove, isBusy, problem };
}
