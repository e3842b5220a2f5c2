import { useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { type AnswerDraft, changed, emptyDraft, keepDraft, keptDraft, needsAddress } from './draft.js';
import { PLACE_KINDS } from './places.js';
import { suggestedAnswers } from './suggested-answers.js';

export interface DraftInHand {
  readonly draft: AnswerDraft;
  /** Changes the content, and answers with the draft as it then is. */
  readonly change: (change: Partial<AnswerDraft>) => AnswerDraft;
  /** Takes over a draft that has gone on the record. */
  readonly keep: (draft: AnswerDraft) => void;
}

/** The answer that this tab is working on. Coming to the first screen anew begins another, unless one is half done. */
export function useDraft(): DraftInHand {
  const [params] = useSearchParams();
  const { key } = useLocation();
  const [draft, setDraft] = useState(() => startingDraft(params, keptDraft()));
  const [startedAt, setStartedAt] = useState(key);

  if (!params.has('step') && startedAt !== key) {
    setStartedAt(key);
    setDraft(startingDraft(params, draft));
  }

  const keep = (next: AnswerDraft): void => {
    keepDraft(next);
    setDraft(next);
  };
  return {
    draft,
    change: (change) => {
      const next = changed(draft, change);
      keep(next);
      return next;
    },
    keep,
  };
}

function startingDraft(params: URLSearchParams, kept: AnswerDraft | undefined): AnswerDraft {
  if (params.has('step')) {
    return kept ?? emptyDraft();
  }
  const asked = params.get('url') ?? params.get('address');
  const suggested = suggestedAnswers(params.get('says'));
  const work = params.get('work');
  if (work !== null) {
    return { ...emptyDraft(), work: { id: work, title: params.get('title') ?? '' }, suggested };
  }
  if (params.has('all')) {
    return { ...emptyDraft(), isForAll: true };
  }
  const kind = PLACE_KINDS.find((known) => known === params.get('kind'));
  const goesOn =
    !params.has('says') &&
    kept?.recorded === undefined &&
    (kept === undefined || needsAddress(kept)) &&
    (asked === null || asked === kept?.typed);
  return goesOn && kept !== undefined ? kept : { ...emptyDraft(asked ?? '', kind), suggested };
}
