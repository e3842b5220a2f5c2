import { bytesToHex } from '@noble/hashes/utils.js';
import type { Registry } from '../registry.js';
import { describeStatements } from './describe-statements.js';
import type { StatementView } from './describe-statements.js';

/**
 * The statements with these ids (leaf hashes), in order; undefined for an id that names none. Throws `LogReadOnly` when
 * leaves may be missing: what ended a statement could be among them.
 */
export async function viewStatements(
  registry: Registry,
  ids: readonly Uint8Array[],
): Promise<(StatementView | undefined)[]> {
  registry.log.assertWhole();
  const views = await describeStatements(registry, await registry.store.statements.byIds(ids));
  const byId = new Map(views.map((view) => [bytesToHex(view.statement.id), view]));
  return ids.map((id) => byId.get(bytesToHex(id)));
}

/** One of them. */
export async function viewStatement(registry: Registry, id: Uint8Array): Promise<StatementView | undefined> {
  const [view] = await viewStatements(registry, [id]);
  return view;
}
