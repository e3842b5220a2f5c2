import type { Page, PageRequest } from '../ports/page.js';
import type { Registry } from '../registry.js';
import { describeStatements } from './describe-statements.js';
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
  const page = await registry.store.statements.ofAccount(accountId, request);
  const views = await describeStatements(
    registry,
    page.rows.map(({ row }) => row),
  );
  const rows = page.rows.flatMap(({ cursor }, index) => {
    const view = views[index];
    return view === undefined ? [] : [{ cursor, row: view }];
  });
  return { rows, hasNextPage: page.hasNextPage };
}
