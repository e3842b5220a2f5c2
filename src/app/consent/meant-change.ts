import { bytesToHex } from '@noble/hashes/utils.js';
import type { Use } from '../../core/consent/use.js';
import type { Leaf } from '../../core/log/leaf.js';
import { buildWithdrawalLeaf } from '../../core/log/withdrawal-leaf.js';
import type { SignedInActor } from '../actor.js';
import { assuranceLeaf, claimLeaf, idInLeaf, subjectInLeaf } from '../claims/claim-leaves.js';
import { claimedPlace } from '../claims/claimed-place.js';
import { heldAssurance } from '../claims/held-assurance.js';
import { isHeld } from '../claims/is-held.js';
import { newPlaceClaim } from '../claims/start-claim.js';
import type { StatementRow } from '../ports/log.js';
import { refuse, type Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { ownWork } from '../works/own-work.js';
import { workSubject } from '../works/work-subject.js';
import { type Declaration, noSuchWork } from './declaration.js';
import { explainAccountWeight } from './explain-account-weight.js';
import { explainWeight, type Weight } from './explain-weight.js';
import { draftStatement } from './log-statements.js';
import { type Reach, reachOfAccount } from './reached-entries.js';
import { wholeAccount } from './whole-account.js';

/** A change of answers that nobody has made yet: what the log would say of it, and where that may matter. */
export interface MeantChange {
  readonly ok: true;
  readonly leaves: readonly Leaf[];
  /** What the log would say once it is shown that the works or the place are theirs; none where there is nothing to show. */
  readonly proofs: readonly Leaf[];
  readonly uses: readonly Use[];
  readonly reach: Reach;
  /** Of answers that would be given; what is withdrawn counts no more. */
  readonly weight: Weight | undefined;
}

/** What the log would take of a declaration. Nothing of it is kept. */
export async function meantDeclaration(
  registry: Registry,
  { account }: SignedInActor,
  declaration: Declaration,
): Promise<MeantChange | Refusal<'NOT_FOUND'>> {
  const { store } = registry;
  const { subject, capacity, answers } = declaration;
  const at = registry.clock();
  const uses = answers.map(({ use }) => use);
  const draftAll = (answered: Parameters<typeof draftStatement>[2]): Leaf[] =>
    answers.map((answer) => draftStatement(registry, account, answered, declaration, answer, at).leaf);
  if (subject.kind === 'account') {
    const reach = await reachOfAccount(registry, account.id);
    const weight = await explainAccountWeight(registry, account.id, declaration);
    return { ok: true, leaves: draftAll(wholeAccount(account)), proofs: [], uses, reach, weight };
  }
  if (subject.kind === 'content') {
    const own = await ownWork(store, account.id, subject.workId);
    if (own === undefined) return noSuchWork();
    const { claim, work } = own;
    const leaves = draftAll({ claim, subject: { subject: workSubject(work) }, named: claim });
    const weight = weigh(declaration, claim.claimant, isHeld(claim) ? claim.assurance : 'asserted', at);
    const proofs = [assuranceLeaf(claim.id, { level: 'reviewed' }, 'moderator', at)];
    return { ok: true, leaves, proofs, uses, reach: { places: [], workIds: [work.id] }, weight };
  }
  const standing = await store.claims.standing(account.id, subject.kind, subject.digest);
  const claim = standing ?? newPlaceClaim(registry, account, subject, capacity, at);
  const leaves = draftAll({ claim, subject: subjectInLeaf(claim), named: claim });
  return {
    ok: true,
    leaves: standing === undefined ? [claimLeaf(claim, at), ...leaves] : leaves,
    proofs: [assuranceLeaf(claim.id, { level: 'verified' }, 'well-known-file', at)],
    uses,
    reach: { places: [subject], workIds: [] },
    weight: weigh(declaration, claim.claimant, await heldAssurance(registry, store, account.id, subject), at),
  };
}

/** What the log would take of a withdrawal of one of the actor's statements. */
export async function meantWithdrawal(
  registry: Registry,
  { account }: SignedInActor,
  statementId: Uint8Array,
): Promise<MeantChange | Refusal<'NOT_FOUND'>> {
  const [statement] = await registry.store.statements.byIds([statementId]);
  if (statement?.accountId !== account.id) {
    return refuse('NOT_FOUND', 'You have made no such statement.', 'Choose one of the answers on your desk.');
  }
  const leaf = buildWithdrawalLeaf({
    claimant: statement.claimant,
    statement: bytesToHex(statement.id),
    time: registry.clock().toISOString(),
  });
  return {
    ok: true,
    leaves: statement.withdrawnIndex === undefined ? [leaf] : [],
    proofs: [],
    uses: [statement.use as Use],
    reach: await reachOfStatement(registry, account.id, statement),
    weight: undefined,
  };
}

async function reachOfStatement(
  registry: Registry,
  accountId: string,
  { claimant, kind, subjectDigest }: StatementRow,
): Promise<Reach> {
  if (kind === 'account') return reachOfAccount(registry, accountId);
  const { claims, works } = registry.store;
  const made = (await claims.madeBy([claimant], [subjectDigest])).filter((claim) => claim.kind === kind);
  if (kind !== 'content') return { places: made.flatMap((claim) => claimedPlace(claim) ?? []), workIds: [] };
  const named = await works.byClaims(made.map(({ id }) => id));
  return { places: [], workIds: named.map(({ id }) => id) };
}

/** What answers would count as, said by somebody who has reached so much. */
export function weigh(
  { subject, answers, capacity, basis, ownWorks, expiresAt }: Declaration,
  claimant: string,
  assurance: 'asserted' | 'verified' | 'reviewed',
  at: Date,
): Weight {
  const heard = answers.map(({ use, preference }, index) => ({
    id: idInLeaf(String(index)),
    index,
    claimant,
    capacity,
    subject: {
      kind: subject.kind === 'account' ? ('content' as const) : subject.kind,
      key: subject.expression,
    },
    use,
    preference,
    basis,
    ownWorks,
    assurance,
    ...(expiresAt === undefined ? {} : { expiresAt: expiresAt.getTime() }),
  }));
  return explainWeight(heard, at);
}
