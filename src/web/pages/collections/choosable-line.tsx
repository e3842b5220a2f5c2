import { type ReactNode, useId } from 'react';
import { WorkText } from '../../works/work-text.js';

/** A work that can be chosen from a list. */
export interface Choosable {
  readonly id: string;
  readonly title: string | null;
  /** What is to be known of it beside its title. */
  readonly about: ReactNode;
  /** It is shown, and cannot be chosen. */
  readonly isFixed?: boolean;
}

interface ChoosableLineProps {
  work: Choosable;
  isChosen: boolean;
  /** Absent where it cannot be chosen. */
  onChosen: ((isChosen: boolean) => void) | undefined;
}

/** One work in a list from which some are chosen, with what is to be known of it. */
export function ChoosableLine({ work, isChosen, onChosen }: ChoosableLineProps) {
  const id = useId();
  return (
    <li className="work-choice__work">
      {onChosen === undefined ? (
        <span />
      ) : (
        <input
          type="checkbox"
          className="work-choice__control"
          aria-labelledby={id}
          checked={isChosen}
          onChange={(event) => {
            onChosen(event.target.checked);
          }}
        />
      )}
      <div>
        <p id={id}>
          <WorkText work={work} />
        </p>
        <div className="note">{work.about}</div>
      </div>
    </li>
  );
}
