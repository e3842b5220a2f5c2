import type { SignedInActor } from '../../actor.js';
import { type AskQuota, beyondQuotaBy } from '../../consent/ask-quota.js';
import {
  type Declaration,
  type DeclarationProblem,
  type DeclareConsentInput,
  readDeclaration,
} from '../../consent/declaration.js';
import type { Collection, CollectionAnswer } from '../../ports/collections.js';
import type { Stores } from '../../ports/registry-store.js';
import type { Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { answerOf } from './collection-declaration.js';
import { noSuchCollection, ownCollection } from './own-collection.js';
import { BeyondQuota } from './say-for-works.js';
import { spreadAnswer, spreadNext } from './spread-answer.js';

export interface AnswerCollectionInput extends Omit<
  DeclareConsentInput,
  'kind' | 'address' | 'work' | 'account' | 'idempotencyKey'
> {
  readonly collection: string;
}

export type AnswerCollectionResult =
  | { readonly ok: true; readonly collection: Collection }
  | AskQuota
  | Exclude<DeclarationProblem, Refusal<'INVALID_ADDRESS'> | Refusal<'PUBLIC_SUFFIX'>>;

/** Of a hundred works each: what waits beyond is done within the minute. */
const TRANSACTIONS_AT_ONCE = 20;

/**
 * Says the same of every work of a collection, now and of those that come into it later. Works of which something else was said keep
 * that. No answers at all withdraw what the collection said.
 */
export async function answerCollection(
  registry: Registry,
  { account }: SignedInActor,
  { collection: id, ...input }: AnswerCollectionInput,
): Promise<AnswerCollectionResult> {
  const read = input.answers.length === 0 ? undefined : readAnswer(registry, input);
  if (read !== undefined && 'code' in read) return read;
  try {
    const answered = await registry.log.sequence(async (stores, at) => {
      const collection = await ownCollection(stores, account.id, id);
      if (collection === undefined) return noSuchCollection();
      const beyond = read && (await beyondWith(registry, stores, collection, read));
      if (beyond !== undefined) return beyond;
      const revision = collection.revision + 1;
      await stores.collections.setAnswer(id, read, revision);
      await spreadNext(registry, stores, account, id, at);
      return { ok: true, collection: { ...collection, answer: read, revision } } as const;
    });
    if (answered.ok) await spreadAnswer(registry, account, id, TRANSACTIONS_AT_ONCE);
    return answered;
  } catch (error) {
    if (error instanceof BeyondQuota) return error.refusal;
    throw error;
  }
}

/** What a collection would say. Throws for nothing that somebody can give. */
export function readAnswer(
  registry: Registry,
  input: Omit<AnswerCollectionInput, 'collection'>,
): CollectionAnswer | Exclude<AnswerCollectionResult, { ok: true } | AskQuota> {
  // What may be said of a work may be said of a collection: only the work is not known yet.
  const declaration = readDeclaration(registry, { ...input, work: registry.random.uuid() });
  if (declaration.ok) return answerOf(declaration satisfies Declaration);
  if (declaration.code === 'INVALID_ADDRESS' || declaration.code === 'PUBLIC_SUFFIX') {
    throw new Error('A work was taken for a place.');
  }
  return declaration;
}

async function beyondWith(
  registry: Registry,
  stores: Stores,
  { id, accountId }: Collection,
  { answers }: CollectionAnswer,
): Promise<AskQuota | undefined> {
  const noes = answers.filter(({ preference }) => preference !== 'allow').length;
  if (noes === 0) return undefined;
  const works = await stores.collections.countWithoutNo(id);
  return works === 0 ? undefined : beyondQuotaBy(registry, stores, accountId, works * noes);
}
