import { answerCollection } from '../../../src/app/works/collections/answer-collection.js';
import { createCollection } from '../../../src/app/works/collections/create-collection.js';
import { sortWorks } from '../../../src/app/works/collections/sort-works.js';
import type { SignedInActor } from '../../../src/app/actor.js';
import type { Collection, CollectionStanding } from '../../../src/app/ports/collections.js';
import type { Work } from '../../../src/app/ports/works.js';
import type { Registry } from '../../../src/app/registry.js';
import type { Preference } from '../../../src/core/consent/preference.js';
import { registered } from './works-scenario.js';

const TEXT = new TextEncoder();

/** As many texts as asked for, each a work of the actor's. */
export async function texts(registry: Registry, actor: SignedInActor, count: number): Promise<Work[]> {
  const works: Work[] = [];
  for (let number = 0; number < count; number += 1) {
    const text = `Text ${number} of ${actor.account.id}`;
    works.push(await registered(registry, actor, TEXT.encode(text), 'text'));
  }
  return works;
}

export async function collected(
  registry: Registry,
  actor: SignedInActor,
  works: readonly Work[],
  name = 'Linocuts',
): Promise<Collection> {
  const created = await createCollection(registry, actor, name);
  if (!created.ok) throw new Error(created.message);
  if (works.length > 0) await put(registry, actor, works, created.collection);
  return created.collection;
}

export async function put(
  registry: Registry,
  actor: SignedInActor,
  works: readonly Work[],
  collection: Collection | undefined,
): Promise<void> {
  const ids = works.map(({ id }) => id);
  const sorted = await sortWorks(registry, actor, { works: ids, collection: collection?.id });
  if (!sorted.ok) throw new Error(`${sorted.message} ${sorted.nextStep}`);
}

export function said(
  registry: Registry,
  actor: SignedInActor,
  { id }: Collection,
  preference: Preference | undefined,
) {
  return answerCollection(registry, actor, {
    collection: id,
    answers: preference === undefined ? [] : [{ use: 'train-ai', preference }],
    capacity: 'author',
    basis: 'own-right',
    ownWorks: true,
  });
}

/** What is in force about works, in order: `deny`, `allow`, or nothing. */
export async function inForce(registry: Registry, works: readonly Work[]): Promise<string[]> {
  const words: string[] = [];
  for (const { claimId } of works) {
    const claim = await registry.store.claims.byId(claimId);
    const all = claim ? await registry.store.statements.saidAbout(claim, [claim.claimant]) : [];
    const latest = all.filter(({ supersededBy }) => supersededBy === undefined);
    words.push(latest.map(({ preference }) => preference).join(' '));
  }
  return words;
}

export async function standingsOf(
  { store }: Registry,
  { id }: Collection,
): Promise<Readonly<Record<CollectionStanding, number>> | undefined> {
  const [counts] = await store.collections.counts([id]);
  return counts;
}
