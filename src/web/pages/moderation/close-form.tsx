import { type SyntheticEvent, useState } from 'react';
import type { VariablesOf } from '../../../client/graphql.js';
import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { ForeignText, shortened } from '../../parts/foreign-text.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { RadioGroup } from '../../parts/radio-group.js';
import { useAction } from '../../server/use-action.js';
import { DECISION_TOUCHES } from './decision-touches.js';
import { CloseDispute, type Dispute } from './operations.js';
import { ReasoningFields, unreasoned } from './reasoning-fields.js';

type CloseInput = VariablesOf<typeof CloseDispute>['input'];

/** One of the ways in which a dispute can be decided. */
export interface Verdict {
  readonly key: string;
  readonly input: Pick<CloseInput, 'outcome' | 'upheldClaimId'>;
  /** Whose it is for, where a name is needed to tell them apart. */
  readonly claimant?: string;
  readonly label: string;
  readonly hint?: string;
}

interface CloseFormProps {
  dispute: Dispute;
  legend: string;
  /** None is chosen beforehand. */
  verdicts: readonly Verdict[];
  onDone: (text: string) => void;
}

export function CloseForm({ dispute, legend, verdicts, onDone }: CloseFormProps) {
  const words = useWords();
  const [chosen, setChosen] = useState<string>();
  const [reasoning, setReasoning] = useState(unreasoned('dispute'));
  const close = useAction(CloseDispute, (data) => data.closeDispute, DECISION_TOUCHES);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const verdict = verdicts.find(({ key }) => key === chosen);
    const input = { disputeId: dispute.id, ...verdict?.input, ...reasoning };
    const done = verdict === undefined ? undefined : await close.run({ input });
    if (done === undefined) return;
    const isProposed = done.proposal !== null;
    onDone(
      isProposed ? words.moderation.proposed : `${words.moderation.closed} ${dispute.address ?? dispute.id}`,
    );
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <RadioGroup
        legend={legend}
        value={chosen}
        onValue={setChosen}
        options={verdicts.map(({ key, claimant, label, hint }) => ({
          value: key,
          label: claimant === undefined ? label : `${shortened(claimant, 24)}, ${label}`,
          hint: hint === undefined ? undefined : <ForeignText text={hint} />,
        }))}
      />
      <ReasoningFields deciding="dispute" reasoning={reasoning} onReasoning={setReasoning} />
      <ProblemNote problem={close.problem} />
      <div className="row">
        <Button type="submit" look="filled" isBusy={close.isBusy} disabled={chosen === undefined}>
          {words.moderation.close}
        </Button>
      </div>
    </form>
  );
}
