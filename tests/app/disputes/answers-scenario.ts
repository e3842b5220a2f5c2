import type { SignedInActor } from '../../../src/app/actor.js';
import { createConsentChecker } from '../../../src/app/consent/consent-checker.js';
import { declareConsent } from '../../../src/app/consent/declare-consent.js';
import type { DeclareConsentInput } from '../../../src/app/consent/declaration.js';
import type { StatementView } from '../../../src/app/consent/describe-statements.js';
import { appendLeaves } from '../../../src/app/log/append-leaves.js';
import { projectLeaf } from '../../../src/app/log/project-leaf.js';
import type { AnswerDispute } from '../../../src/app/ports/disputes.js';
import type { Registry } from '../../../src/app/registry.js';
import type { Use } from '../../../src/core/consent/use.js';
import type { Anomaly } from '../../../src/core/replay/anomaly.js';
import { buildStatementLeaf } from '../../../src/core/log/statement-leaf.js';
import { parseLeaf } from '../../../src/core/log/leaf.js';
import { applyLeaf } from '../../../src/core/replay/replay.js';
import { emptyState } from '../../../src/core/replay/replay-state.js';
import { openRegistryWithSite, type RegistryWithSite } from '../../support/registry-with-site.js';

/** A registry with a site that answers under many names, so that every test has a host of its own. */
export interface AnswersWorld extends RegistryWithSite {
  newHost(): string;
}

export async function openAnswersWorld(overrides: Partial<Registry> = {}): Promise<AnswersWorld> {
  const hosts = Array.from({ length: 60 }, (_, index) => `host-${index}.test`);
  const world = await openRegistryWithSite(hosts, overrides);
  let next = 0;
  return { ...world, newHost: () => hosts[next++] ?? 'out-of-hosts.test' };
}

export interface Said {
  readonly id: Uint8Array;
  readonly view: StatementView;
  readonly nextStep: string;
  readonly countsNow: boolean;
}

type Preference = DeclareConsentInput['answers'][number]['preference'];

/** Answers for one use. Throws when it is refused. */
export async function say(
  registry: Registry,
  who: SignedInActor,
  preference: Preference,
  address: string,
  { use = 'train-ai', kind = 'url', ...more }: Partial<DeclareConsentInput> & { use?: Use } = {},
): Promise<Said> {
  const declared = await declareConsent(registry, who, {
    kind,
    address,
    answers: [{ use, preference }],
    capacity: 'author',
    basis: 'own-right',
    ownWorks: true,
    ...(preference === 'conditional' ? { terms: { credit: 'Name me' } } : {}),
    ...more,
  });
  if (!declared.ok) throw new Error(`${declared.code}: ${declared.message}`);
  const [view] = declared.statements;
  if (view === undefined) throw new Error('Nothing was declared.');
  const { countsNow, nextStep } = declared;
  return { id: view.statement.id, view, nextStep, countsNow };
}

/** Says something about everything that an account claimed or will claim: the API has no such answer yet, but leaves have. */
export async function sayOfAll(
  registry: Registry,
  { account }: SignedInActor,
  preference: Preference,
): Promise<void> {
  await registry.log.sequence(async (stores, at) => {
    const claimant = account.pseudonym.replaceAll('-', '');
    const leaf = buildStatementLeaf({
      subject: { kind: 'account' },
      claimant,
      capacity: 'author',
      use: 'train-ai',
      preference,
      basis: 'own-right',
      ownWorks: true,
      opening: '00'.repeat(32),
      time: at.toISOString(),
    });
    const [entry] = await appendLeaves(registry, stores, [leaf], at);
    if (entry === undefined) throw new Error('The log took no leaf.');
    await projectLeaf(stores, entry, leaf);
  });
}

export function pseudonymOf({ account }: SignedInActor): string {
  return account.pseudonym.replaceAll('-', '');
}

/** The open disputes between answers that somebody is part of. */
export async function openDisputesOf(registry: Registry, who: SignedInActor): Promise<AnswerDispute[]> {
  return registry.store.answerDisputes.openOf(pseudonymOf(who));
}

/** The one open dispute between answers that somebody is part of. */
export async function theDisputeOf(registry: Registry, who: SignedInActor): Promise<AnswerDispute> {
  const [dispute, ...others] = await openDisputesOf(registry, who);
  if (dispute === undefined || others.length > 0) throw new Error('There is not exactly one dispute.');
  return dispute;
}

export async function answerFor(registry: Registry, url: string, use: Use = 'train-ai'): Promise<string> {
  const checker = await createConsentChecker(registry, { uses: [use] });
  const [checked] = await checker.check([url]);
  return checked?.decisions[0]?.answer ?? 'nothing';
}

/** Leaves of the log that make no sense where they stand. The log of an honest registry has none. */
export async function anomaliesOf(registry: Registry): Promise<Anomaly[]> {
  const state = emptyState();
  for (const { index, leaf, leafHash } of await registry.store.log.byIndex(0n, 100_000)) {
    const read = parseLeaf(leaf);
    if (!read.ok) throw new Error(read.problem.message);
    applyLeaf(state, { index: Number(index), leafHash, leaf: read.leaf });
  }
  return state.anomalies;
}
