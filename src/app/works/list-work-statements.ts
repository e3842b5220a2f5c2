import { describePage, type StatementView } from '../consent/describe-statements.js';
import type { Page, PageRequest } from '../ports/page.js';
import type { Registry } from '../registry.js';
import { workInClaim } from './work-subject.js';

/**
 * What was ever said about a work under its id, the newest first. Throws `InvalidCursor`, and `LogReadOnly` when leaves may be
 * missing.
 */
export async function listWorkStatements(
  registry: Registry,
  workId: string,
  request: PageRequest,
): Promise<Page<StatementView>> {
  registry.log.assertWhole();
  const { subjectDigest } = workInClaim(workId);
  const page = await registry.store.statements.ofSubject({ kind: 'content', subjectDigest }, request);
  return describePage(registry, page);
}
