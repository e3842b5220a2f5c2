import { type ClaimedPlace, useProvePlace } from '../../claims/use-prove-place.js';
import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { AddressText } from '../../parts/foreign-text.js';
import { ProblemNote } from '../../parts/problem-note.js';

interface ProvePlaceProps {
  place: ClaimedPlace;
  /** Whether the answer waits for the proof, or is only made stronger by it. */
  isNeeded: boolean;
}

/** The way from an answer to its proof. */
export function ProvePlace({ place, isNeeded }: ProvePlaceProps) {
  const words = useWords();
  const { prove, isBusy, problem } = useProvePlace();
  return (
    <div className="stack stack--tight">
      <p>{isNeeded ? words.done.proveNeeded : words.done.proveStronger}</p>
      <div className="row">
        <Button look={isNeeded ? 'filled' : 'outline'} isBusy={isBusy} onClick={() => void prove(place)}>
          {words.done.prove}
        </Button>
        <AddressText text={place.address} longest={80} />
      </div>
      <ProblemNote problem={problem} />
    </div>
  );
}
