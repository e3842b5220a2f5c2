import { decideMatches } from '../../../src/app/works/decide-matches.js';
import { registerWorks } from '../../../src/app/works/register-works.js';
import { printWork } from '../../../src/app/works/print-work.js';
import { createConsentChecker } from '../../../src/app/consent/consent-checker.js';
import { declareConsent } from '../../../src/app/consent/declare-consent.js';
import type { SignedInActor } from '../../../src/app/actor.js';
import type { Medium } from '../../../src/app/ports/catalogue.js';
import type { Work, WorkMatch } from '../../../src/app/ports/works.js';
import type { Registry } from '../../../src/app/registry.js';
import type { Preference } from '../../../src/core/consent/preference.js';

/** Registers a file as a work of the actor's. */
export async function registered(
  registry: Registry,
  actor: SignedInActor,
  bytes: Uint8Array,
  medium: Medium = 'image',
): Promise<Work> {
  const printed = await printWork(registry.works, medium, bytes);
  if (!printed.ok) throw new Error(printed.message);
  const result = await registerWorks(registry, actor, {
    capacity: 'author',
    works: [{ title: 'A work', prints: printed.prints }],
  });
  const [one] = result.ok ? result.works : [];
  if (one === undefined) throw new Error('It was not registered.');
  return one.work;
}

export async function answerAbout(
  registry: Registry,
  actor: SignedInActor,
  { id }: Work,
  preference: Preference,
) {
  const result = await declareConsent(registry, actor, {
    work: id,
    answers: [{ use: 'train-ai', preference }],
    capacity: 'author',
    basis: 'own-right',
    ownWorks: true,
    ...(preference === 'conditional' ? { terms: { credit: 'By the author' } } : {}),
  });
  if (!result.ok) throw new Error(`${result.message} ${result.nextStep}`);
  return result;
}

/** What the registry answers about an address now, and by which way. */
export async function answerFor(registry: Registry, url: string) {
  const checker = await createConsentChecker(registry, { uses: ['train-ai'] });
  const [item] = await checker.check([url]);
  return item?.decisions[0];
}

/** Every match of a work, by address. */
export async function matchesOf(registry: Registry, { id }: Work): Promise<ReadonlyMap<string, WorkMatch>> {
  const states = ['suggested', 'waiting', 'matched', 'confirmed', 'rejected'] as const;
  const { rows } = await registry.store.works.matchesOf(id, states, { first: 5_000 });
  return new Map(rows.map(({ row }) => [row.canonical ?? '', row]));
}

export async function decided(
  registry: Registry,
  actor: SignedInActor,
  matches: readonly (WorkMatch | undefined)[],
  confirm: boolean,
) {
  const matchIds = matches.flatMap((match) => match?.id ?? []);
  return decideMatches(registry, actor, { matchIds, confirm });
}
