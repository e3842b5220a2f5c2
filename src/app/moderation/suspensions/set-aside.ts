import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { buildSuspensionLeaf, type SuspensionCause } from '../../../core/log/suspension-leaf.js';
import { invalidInput, type InvalidInput } from '../../accounts/refusals.js';
import type { SignedInActor } from '../../actor.js';
import { idInLeaf } from '../../claims/claim-leaves.js';
import { updateAnswerDisputes } from '../../disputes/update-answer-disputes.js';
import { appendLeaves } from '../../log/append-leaves.js';
import type { Proposal, SuspensionRecord } from '../../ports/moderation.js';
import type { Stores } from '../../ports/registry-store.js';
import { refuse, type Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { groundsProblem, type DecisionGrounds } from '../decision-grounds.js';
import { secondPerson } from '../four-eyes/second-person.js';
import { recordDecision } from '../record-decision.js';

/** One of the two. */
export interface SetAsideInput extends DecisionGrounds {
  /** Pseudonym: everything that the account says or will say, and the account itself may do nothing. */
  readonly claimant?: string | undefined;
  /** Leaf hashes in hexadecimal digits. */
  readonly statementIds?: readonly string[] | undefined;
}

/** The proposal, also once it is confirmed and done. */
export interface Proposed {
  readonly ok: true;
  readonly proposal: Proposal;
}

export type SetAsideResult = Proposed | InvalidInput | Refusal<'NOT_FOUND'>;

const CAUSES: Readonly<Record<string, SuspensionCause>> = {
  abuse: 'abuse',
  'legal-order': 'legal-order',
  'someone-else': 'claim-ended',
};

const MOST_STATEMENTS = 1_000;

/**
 * Sets statements aside, noes among them, or all that an account says: it overrides what somebody answered, so that a second person
 * has to confirm it. An account is shut out at once, before anybody confirms anything: what it said still stands then.
 */
export async function setAside(
  registry: Registry,
  moderator: SignedInActor,
  input: SetAsideInput,
  confirmed?: Proposal,
): Promise<SetAsideResult> {
  const problem = groundsProblem('set-aside', input) ?? subjectProblem(input);
  if (problem !== undefined) return problem;
  return registry.log.sequence<SetAsideResult>(async (stores, at) => {
    const meant = await readMeant(stores, input);
    if (meant === undefined) return nothingLikeThat();
    if (meant.accountIds.includes(moderator.account.id)) return own();
    if (confirmed === undefined) await shutOut(stores, input, at);
    const { claimants, claimIds } = meant;
    const target = targetOf(input);
    const weighty = { action: 'set-aside', target, claimIds, input } as const;
    const waits = await secondPerson(registry, stores, moderator, weighty, confirmed, at);
    if (waits !== undefined) return 'ok' in waits ? waits : { ok: true, proposal: waits };
    if (confirmed === undefined) throw new Error('Nothing is set aside that nobody confirmed.');
    const suspension = await suspend(registry, stores, input, at);
    await record(registry, stores, moderator, input, suspension, meant.claimIds, confirmed, at);
    for (const claimant of claimants) {
      await updateAnswerDisputes(registry, stores, { claimant, place: undefined }, at);
    }
    return { ok: true, proposal: confirmed };
  });
}

function targetOf({ claimant, statementIds }: SetAsideInput): string {
  return claimant === undefined
    ? `statements:${[...(statementIds ?? [])].sort().join(',')}`
    : `claimant:${claimant}`;
}

interface Meant {
  readonly claimants: readonly string[];
  readonly accountIds: readonly string[];
  readonly claimIds: readonly string[];
}

async function readMeant(
  stores: Stores,
  { claimant, statementIds = [] }: SetAsideInput,
): Promise<Meant | undefined> {
  if (claimant !== undefined) {
    const accountId = await stores.accounts.idOf(claimant);
    const account = accountId === undefined ? undefined : await stores.accounts.byId(accountId);
    // Whoever decides has to lose the role first: nobody shuts out the last who could let them in again.
    if (account === undefined || account.role === 'moderator' || account.role === 'admin') return undefined;
    return { claimants: [claimant], accountIds: [account.id], claimIds: await claimsOf(stores, account.id) };
  }
  const statements = await stores.statements.byIds(statementIds.map(hexToBytes));
  if (statements.length < new Set(statementIds).size) return undefined;
  const claimants = [...new Set(statements.map((statement) => statement.claimant))];
  const accountIds = statements.flatMap(({ accountId }) => accountId ?? []);
  const claims = await stores.claims.madeBy(
    claimants,
    statements.map(({ subjectDigest }) => subjectDigest),
  );
  return { claimants, accountIds: [...new Set(accountIds)], claimIds: claims.map(({ id }) => id) };
}

/** Enough of them to lead from the account to the notes about it, should it be erased. */
async function claimsOf(stores: Stores, accountId: string): Promise<string[]> {
  const { rows } = await stores.claims.ofAccount(accountId, { first: 100 });
  return rows.map(({ row }) => row.id);
}

async function shutOut(stores: Stores, { claimant }: SetAsideInput, at: Date): Promise<void> {
  const accountId = claimant === undefined ? undefined : await stores.accounts.idOf(claimant);
  if (accountId === undefined) return;
  await stores.accounts.update(accountId, { suspendedAt: at });
  await stores.sessions.removeAll(accountId);
}

async function suspend(
  registry: Registry,
  stores: Stores,
  { claimant, statementIds, reasonCode }: SetAsideInput,
  at: Date,
): Promise<SuspensionRecord> {
  const id = registry.random.uuid();
  const cause = CAUSES[reasonCode] ?? 'abuse';
  const statements = [...new Set(statementIds)].sort();
  const header = { suspension: idInLeaf(id), action: 'suspend', cause, time: at.toISOString() } as const;
  const leaf = buildSuspensionLeaf(
    claimant === undefined ? { ...header, statements } : { ...header, claimant },
  );
  await appendLeaves(registry, stores, [leaf], at);
  const record: SuspensionRecord = {
    id,
    claimant,
    statementIds: claimant === undefined ? statements.map(hexToBytes) : undefined,
    cause,
    suspendedAt: at,
    liftedAt: undefined,
  };
  await stores.suspensions.add(record);
  return record;
}

async function record(
  registry: Registry,
  stores: Stores,
  moderator: SignedInActor,
  input: SetAsideInput,
  suspension: SuspensionRecord,
  claimIds: readonly string[],
  confirmed: Proposal,
  at: Date,
): Promise<void> {
  const about = await stores.claims.byIds(claimIds);
  const details = {
    suspension: suspension.id,
    claimant: suspension.claimant ?? null,
    statements: suspension.statementIds?.map(bytesToHex) ?? [],
    proposedBy: confirmed.proposedBy,
  };
  const target = `suspension:${suspension.id}`;
  await recordDecision(
    registry,
    stores,
    moderator,
    { action: 'set-aside', target, details, grounds: input, about },
    at,
  );
}

function subjectProblem({ claimant, statementIds = [] }: SetAsideInput): InvalidInput | undefined {
  const isOne = (claimant === undefined) !== (statementIds.length === 0);
  const areIds =
    statementIds.every((id) => /^[0-9a-f]{64}$/.test(id)) && statementIds.length <= MOST_STATEMENTS;
  if (isOne && areIds) return undefined;
  return invalidInput(
    'statementIds',
    `Neither an account nor 1 to ${MOST_STATEMENTS} statements were named.`,
    'Name the pseudonym of an account, or statements by their ids, and not both.',
  );
}

function nothingLikeThat(): Refusal<'NOT_FOUND'> {
  return refuse('NOT_FOUND', 'There is no such account, or no such statement.', 'Copy it from the case.');
}

function own(): InvalidInput {
  return invalidInput('claimant', 'This is what you said yourself.', 'Leave it to another moderator.');
}
