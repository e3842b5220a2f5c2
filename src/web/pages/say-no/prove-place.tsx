import { useNavigate } from 'react-router';
import type { EnumValue } from '../../../client/graphql.js';
import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { AddressText } from '../../parts/foreign-text.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { useAction } from '../../server/use-action.js';
import { useSession } from '../../session/use-session.js';
import { OpenClaim } from './open-claim.js';

interface ProvePlaceProps {
  place: { kind: EnumValue<'PlaceKind'>; address: string };
  capacity: EnumValue<'Capacity'>;
  /** Whether the answer waits for the proof, or is only made stronger by it. */
  isNeeded: boolean;
}

/** The way from an answer to its proof: says that the place is theirs and leads to the page that shows how to prove it. */
export function ProvePlace({ place, capacity, isNeeded }: ProvePlaceProps) {
  const words = useWords();
  const { viewer } = useSession();
  const navigate = useNavigate();
  const open = useAction(OpenClaim, ({ openClaim }) =>
    // To have said so before is no obstacle for the one who did.
    openClaim.__typename === 'AlreadyClaimedError' && openClaim.claim.claimant === viewer?.pseudonym
      ? { claim: openClaim.claim }
      : openClaim,
  );

  const prove = async (): Promise<void> => {
    const done = await open.run({ input: { ...place, capacity } });
    if (done !== undefined) {
      await navigate(`/claims/${done.claim.id}`);
    }
  };
  return (
    <div className="stack stack--tight">
      <p>{isNeeded ? words.done.proveNeeded : words.done.proveStronger}</p>
      <div className="row">
        <Button look={isNeeded ? 'filled' : 'outline'} isBusy={open.isBusy} onClick={() => void prove()}>
          {words.done.prove}
        </Button>
        <AddressText text={place.address} longest={80} />
      </div>
      <ProblemNote problem={open.problem} />
    </div>
  );
}
