import type { Page, PageRequest } from '../ports/page.js';
import type { Registry } from '../registry.js';
import { describePage } from './describe-statements.js';
import type { StatementView } from './describe-statements.js';

/**
 * Everything an account ever stated, the newest first, a page at a time. Throws `InvalidCursor`, and `LogReadOnly` when
 * leaves may be missing.
 */
export async function listStatements(
  registry: Registry,
  accountId: string,
  request: PageRequest,
): Promise<Page<StatementView>> {
  registry.log.assertWhole();
  return describePage(registry, await registry.store.statements.ofAccount(accountId, request));
}
