import type { ReactNode } from 'react';
import type { Problem } from '../server/problem.js';
import { Button, type ButtonLook } from './button.js';
import { ProblemNote } from './problem-note.js';

interface ActionFormProps {
  /** What sending the form sets going. */
  action: { readonly isBusy: boolean; readonly problem: Problem | undefined };
  /** What its button says. */
  label: string;
  look?: ButtonLook;
  onSubmit: () => Promise<void>;
  /** Other ways to go, beside the button. */
  beside?: ReactNode;
  children: ReactNode;
}

/** Fields, why it did not work, and the button that sends them. */
export function ActionForm({ action, label, look, onSubmit, beside, children }: ActionFormProps) {
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit();
      }}
    >
      {children}
      <ProblemNote problem={action.problem} />
      <div className="row">
        <Button type="submit" {...(look === undefined ? {} : { look })} isBusy={action.isBusy}>
          {label}
        </Button>
        {beside}
      </div>
    </form>
  );
}
