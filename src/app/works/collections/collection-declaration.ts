import type { Declaration } from '../../consent/declaration.js';
import type { CollectionAnswer } from '../../ports/collections.js';

/** What a collection says, as it is said of one of its works: nothing once it has run out, and before anything was said. */
export function answersAt(answer: CollectionAnswer | undefined, at: Date): CollectionAnswer['answers'] {
  const isOver = answer?.expiresAt !== undefined && new Date(answer.expiresAt) <= at;
  return answer === undefined || isOver ? [] : answer.answers;
}

export function collectionDeclaration(
  { answers, capacity, basis, ownWorks, terms, expiresAt }: CollectionAnswer,
  subject: Declaration['subject'],
): Declaration {
  return {
    ok: true,
    submitted: undefined,
    subject,
    answers,
    capacity,
    basis,
    ownWorks,
    terms,
    expiresAt: expiresAt === undefined ? undefined : new Date(expiresAt),
  };
}

export function answerOf({
  answers,
  capacity,
  basis,
  ownWorks,
  terms,
  expiresAt,
}: Declaration): CollectionAnswer {
  return {
    answers: answers.map(({ use, preference }) => ({ use, preference })),
    capacity,
    basis,
    ownWorks,
    ...(terms === undefined ? {} : { terms }),
    ...(expiresAt === undefined ? {} : { expiresAt: expiresAt.toISOString() }),
  };
}
