import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { focusTitle } from '../../browser/focus-title.js';
import type { Problem } from '../../server/problem.js';
import { signInPath } from '../../session/next-path.js';
import { type Session, useSession } from '../../session/use-session.js';
import { useDeclare } from './declare.js';
import { type AnswerDraft, isAboutOwn, needsAddress, saysYes } from './draft.js';
import { placesOf } from './places.js';
import { useDraft } from './use-draft.js';

export type Step = 'place' | 'answer' | 'conditions' | 'sign-in' | 'done';

/** What every screen of the way to an answer knows and may do. */
export interface Flow {
  readonly step: Step;
  readonly draft: AnswerDraft;
  readonly viewer: Session['viewer'];
  /** The answer is on its way to the record. */
  readonly isBusy: boolean;
  /** Why the record did not take it. */
  readonly problem: Problem | undefined;
  /** Of an account made on the way; shown until they are kept. */
  readonly recoveryCodes: readonly string[];
  readonly change: (change: Partial<AnswerDraft>) => void;
  readonly go: (step: Step) => void;
  readonly answer: (answers: AnswerDraft['answers']) => void;
  /** Puts the answer on the record, by way of signing in where nobody has. */
  readonly finish: () => void;
  readonly signedIn: (recoveryCodes: readonly string[]) => void;
  /** A mail is under way whose link carries this answer. */
  readonly mailSent: () => void;
  /** Notes the length of the log from which on lines are newer than the mail. */
  readonly lookedFrom: (logSize: string) => void;
  readonly codesKept: () => void;
}

export function useFlow(): Flow {
  const { draft, change, keep } = useDraft();
  const { viewer, renew } = useSession();
  const { declare, isBusy, problem } = useDeclare(keep);
  // What was refused is said of the answer that was sent, and of no other.
  const [isChanged, setChanged] = useState(false);
  const [recoveryCodes, setRecoveryCodes] = useState<readonly string[]>([]);
  const [params] = useSearchParams();
  const navigate = useNavigate();

  const go = (step: Step): void => {
    void navigate(`/say-no?step=${step}`);
  };
  const putOnRecord = async (answered: AnswerDraft): Promise<void> => {
    setChanged(false);
    if (await declare(answered)) {
      await navigate('/say-no?step=done', { replace: true });
    }
  };
  const proceed = (answered: AnswerDraft): void => {
    if (viewer === null && isAboutOwn(answered)) {
      void navigate(signInPath(answered.work === undefined ? '/desk' : `/desk/works/${answered.work.id}`));
    } else if (viewer === null) {
      go('sign-in');
    } else {
      void putOnRecord(answered);
    }
  };
  return {
    step: reachableStep(params.get('step'), draft),
    draft,
    viewer,
    isBusy,
    problem: isChanged ? undefined : problem,
    recoveryCodes,
    change: (changes) => {
      setChanged(true);
      change(changes);
    },
    go,
    answer: (answers) => {
      const answered = change({ answers, added: [], basis: 'OWN_RIGHT' });
      if (saysYes(answered)) {
        go('conditions');
      } else {
        proceed(answered);
      }
    },
    finish: () => {
      proceed(draft);
    },
    signedIn: (codes) => {
      setRecoveryCodes(codes);
      renew();
      void putOnRecord(draft);
    },
    mailSent: () => {
      keep({ ...draft, mailed: draft.mailed ?? {} });
    },
    lookedFrom: (since) => {
      keep({ ...draft, mailed: { since } });
    },
    codesKept: () => {
      setRecoveryCodes([]);
      focusTitle();
    },
  };
}

/** The screen asked for, if everything before it is filled in: a step in a link or in the history may lack it. */
function reachableStep(asked: string | null, draft: AnswerDraft): Step {
  if (draft.recorded !== undefined) {
    return 'done';
  }
  if (needsAddress(draft) && (!placesOf(draft.typed).ok || asked === null || asked === 'place')) {
    return 'place';
  }
  const hasAnswer = Object.keys(draft.answers).length > 0;
  if (hasAnswer && asked === 'conditions' && saysYes(draft)) {
    return 'conditions';
  }
  return hasAnswer && asked === 'sign-in' ? 'sign-in' : 'answer';
}
