import { bytesToHex } from '@noble/hashes/utils.js';
import type { AnswerDispute } from '../ports/disputes.js';
import type { StatementRow } from '../ports/log.js';
import type { Stores } from '../ports/registry-store.js';

/** What is said in a dispute between answers, as it stands now. */
export async function disputedStatements(stores: Stores, { id }: AnswerDispute): Promise<StatementRow[]> {
  const said = await stores.answerDisputes.statementsOf([id]);
  return stores.statements.byIds(said.map(({ statementId }) => statementId));
}

/**
 * The noes that are set aside where the yes stands, by their leaf hashes: those in dispute, and with them what the same
 * claimant had said about the same address and use before, which would come back in their place.
 */
export async function disputedNoes(stores: Stores, dispute: AnswerDispute): Promise<string[]> {
  const { noBy, kind, subjectDigest } = dispute;
  const disputed = await disputedStatements(stores, dispute);
  const uses = new Set(disputed.filter(({ claimant }) => claimant === noBy).map(({ use }) => use));
  const said = await stores.statements.saidAbout({ kind, subjectDigest }, [noBy]);
  return said
    .filter(({ preference, use }) => preference !== 'allow' && uses.has(use))
    .map((statement) => bytesToHex(statement.id));
}
