import { bytesToHex } from '@noble/hashes/utils.js';
import { type AskQuota, beyondQuota } from '../../consent/ask-quota.js';
import { logStatements } from '../../consent/log-statements.js';
import { endStatement } from '../../consent/withdraw-statement.js';
import { idInLeaf } from '../../claims/claim-leaves.js';
import { updateAnswerDisputes } from '../../disputes/update-answer-disputes.js';
import type { Account } from '../../ports/accounts.js';
import type { Collection, CollectionAnswer, CollectionWork } from '../../ports/collections.js';
import type { StatementRow } from '../../ports/log.js';
import type { Stores } from '../../ports/registry-store.js';
import type { Registry } from '../../registry.js';
import { readWorkId } from '../named-work.js';
import { type OwnWork, ownWork } from '../own-work.js';
import { workSubject } from '../work-subject.js';
import { answersAt, collectionDeclaration } from './collection-declaration.js';

export interface SaidForWorks {
  readonly collection: Collection;
  readonly account: Account;
  readonly works: readonly CollectionWork[];
  /** Whether works that keep an answer of their own give it up. */
  readonly endsExceptions: boolean;
}

/** Ends a transaction with nothing of it done: the answer would be one of too many. */
export class BeyondQuota extends Error {
  override readonly name = 'BeyondQuota';

  constructor(readonly refusal: AskQuota) {
    super(refusal.message);
  }
}

/**
 * Brings works in line with what their collection says now: what it says is said of each as its claimant says it of a single work, and
 * what it no longer says ends. A work of which something else was said is left as it is. Throws `BeyondQuota`.
 */
export async function sayForWorks(
  registry: Registry,
  stores: Stores,
  said: SaidForWorks,
  at: Date,
): Promise<void> {
  const { account, collection, works, endsExceptions } = said;
  if (works.length === 0) return;
  const reached: CollectionWork[] = [];
  let addsAssertedNo = false;
  for (const member of works) {
    const own = await ownWork(stores, account.id, member.workId);
    const latest = own === undefined ? [] : await latestAbout(stores, own);
    const isNew = member.revision === 0 && !endsExceptions;
    if (own === undefined) reached.push({ ...member, revision: collection.revision });
    else if (isNew && saysThisNo(latest, collection.answer)) {
      reached.push({ ...member, said: idsOf(latest), revision: collection.revision });
    } else if (endsExceptions || isSame(latest, member.said)) {
      const rows = await sayOf(registry, stores, said, own, latest, at);
      addsAssertedNo ||= own.claim.assurance === 'asserted' && rows.some((row) => row.preference !== 'allow');
      reached.push({ ...member, said: idsOf(rows), revision: collection.revision });
    } else reached.push({ ...member, said: undefined, revision: collection.revision });
  }
  await stores.collections.saveWorks(reached);
  const beyond = addsAssertedNo ? await beyondQuota(registry, stores, account.id) : undefined;
  if (beyond !== undefined) throw new BeyondQuota(beyond);
  const change = { claimant: idInLeaf(account.pseudonym), place: undefined };
  await updateAnswerDisputes(registry, stores, change, at);
}

async function sayOf(
  registry: Registry,
  stores: Stores,
  { account, collection: { answer } }: SaidForWorks,
  { work, claim }: OwnWork,
  latest: readonly StatementRow[],
  at: Date,
): Promise<StatementRow[]> {
  const answers = answersAt(answer, at);
  for (const statement of latest) {
    if (!answers.some(({ use }) => use === statement.use))
      await endStatement(registry, stores, statement, at);
  }
  const subject = readWorkId(work.id);
  if (answer === undefined || answers.length === 0 || subject === undefined) return [];
  const answered = { claim, subject: { subject: workSubject(work) }, named: claim };
  const declaration = collectionDeclaration(answer, subject);
  const logged = await logStatements(registry, stores, account, answered, declaration, at);
  for (const { row, opening } of logged) await stores.statements.add(row, opening);
  return logged.map(({ row }) => row);
}

/** What its claimant says about a work now. */
export async function latestAbout(stores: Stores, { claim }: OwnWork): Promise<StatementRow[]> {
  const said = await stores.statements.saidAbout(claim, [claim.claimant]);
  return said.filter(({ supersededBy }) => supersededBy === undefined);
}

/** A no keeps its date: said of a work before it came into the collection, it need not be said again. */
function saysThisNo(latest: readonly StatementRow[], answer: CollectionAnswer | undefined): boolean {
  if (latest.length === 0 || answer?.answers.length !== latest.length) return false;
  if (answer.expiresAt !== undefined || answer.answers.some(({ preference }) => preference !== 'deny')) {
    return false;
  }
  return latest.every(
    ({ use, preference, expiresAt }) =>
      preference === 'deny' && expiresAt === undefined && answer.answers.some((one) => one.use === use),
  );
}

function isSame(latest: readonly StatementRow[], said: CollectionWork['said']): boolean {
  const of = (ids: readonly Uint8Array[]): string => ids.map((id) => bytesToHex(id)).join(' ');
  return said !== undefined && of(idsOf(latest)) === of(said);
}

/** In the order of their bytes, as the database compares them. */
function idsOf(rows: readonly StatementRow[]): Uint8Array[] {
  const names = rows.map(({ id }) => [bytesToHex(id), id] as const);
  return names.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, id]) => id);
}
