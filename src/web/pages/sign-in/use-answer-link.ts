import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Problem } from '../../server/problem.js';
import { useDeclare } from '../say-no/declare.js';
import { type AnswerDraft, keepDraft } from '../say-no/draft.js';
import { useLink } from './use-link.js';

export interface AnswerByLink {
  readonly draft: AnswerDraft;
  readonly isBusy: boolean;
  readonly problem: Problem | undefined;
  /** The link works no more, or never did: the answer can only go another way. */
  readonly isSpent: boolean;
  readonly hasEntered: boolean;
  /** Signs in by the link and puts the answer on the record. */
  readonly record: () => Promise<void>;
  readonly enterOnly: () => Promise<void>;
  /** Takes the answer to where answers are given. */
  readonly goOn: (step: 'answer' | 'sign-in') => Promise<void>;
}

export function useAnswerLink(token: string, carried: AnswerDraft): AnswerByLink {
  const navigate = useNavigate();
  const link = useLink(token);
  const [draft, setDraft] = useState(carried);
  const { declare, isBusy, problem } = useDeclare((next) => {
    keepDraft(next);
    setDraft(next);
  });
  return {
    draft,
    isBusy: link.isBusy || isBusy,
    problem: link.problem ?? problem,
    isSpent: link.problem?.kind === 'refused',
    hasEntered: link.hasEntered,
    record: async () => {
      if ((await link.enter()) && (await declare(draft))) {
        await navigate('/say-no?step=done', { replace: true });
      }
    },
    enterOnly: async () => {
      if (await link.enter()) {
        await navigate('/desk', { replace: true });
      }
    },
    goOn: async (step) => {
      keepDraft(draft);
      await navigate(`/say-no?step=${step}`);
    },
  };
}
