import { bytesToHex } from '@noble/hashes/utils.js';
import { canonicalJson } from '../../core/json/canonical-json.js';
import type { StatementRow } from '../ports/log.js';
import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';
import type { Declaration } from './declaration.js';
import { storableInOpening } from './storable-in-opening.js';

/** The statements that an earlier request with the same key made; undefined when there was none or no key is given. */
export async function recallDeclaration(
  registry: Registry,
  stores: Stores,
  accountId: string,
  declaration: Declaration,
): Promise<StatementRow[] | 'other-payload' | undefined> {
  const key = declaration.idempotencyKey;
  const earlier = key === undefined ? undefined : await stores.statements.idempotent(accountId, key);
  if (earlier === undefined) return undefined;
  const isSame = bytesToHex(earlier.requestDigest) === bytesToHex(requestDigest(registry, declaration));
  return isSame
    ? inOrder(await stores.statements.byIds(earlier.statementIds), earlier.statementIds)
    : 'other-payload';
}

/** Throws `UniqueViolation` when a request with the same key was quicker. */
export async function rememberDeclaration(
  registry: Registry,
  stores: Stores,
  accountId: string,
  declaration: Declaration,
  statements: readonly StatementRow[],
): Promise<void> {
  if (declaration.idempotencyKey === undefined) return;
  await stores.statements.rememberIdempotent(
    accountId,
    declaration.idempotencyKey,
    requestDigest(registry, declaration),
    statements.map(({ id }) => id),
    registry.clock(),
  );
}

function requestDigest(registry: Registry, declaration: Declaration): Uint8Array {
  const { subject, submitted, answers, capacity, basis, ownWorks, terms, expiresAt } = declaration;
  const request = {
    kind: subject.kind,
    address: storableInOpening(submitted ?? subject.expression),
    answers: answers.map(({ use, preference }) => ({ use, preference })),
    capacity,
    basis,
    ownWorks,
    terms: terms ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
  };
  return registry.sha256(new TextEncoder().encode(canonicalJson(request)));
}

function inOrder(rows: readonly StatementRow[], ids: readonly Uint8Array[]): StatementRow[] {
  const byId = new Map(rows.map((row) => [bytesToHex(row.id), row]));
  return ids.flatMap((id) => byId.get(bytesToHex(id)) ?? []);
}
