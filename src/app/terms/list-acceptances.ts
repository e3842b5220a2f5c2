import type { Acceptance } from '../../core/acceptance/acceptance.js';
import { readAcceptanceValue } from '../../core/acceptance/read-acceptance.js';
import type { SignedInActor } from '../actor.js';
import type { StatementView } from '../consent/describe-statements.js';
import { viewStatements } from '../consent/view-statements.js';
import type { StoredAcceptance } from '../ports/acceptances.js';
import type { Page, PageRequest } from '../ports/page.js';
import type { Registry } from '../registry.js';
import { ownWork } from '../works/own-work.js';
import { workInClaim } from '../works/work-subject.js';

/** An acceptance as whoever made the offer sees it. */
export interface AcceptanceView {
  readonly stored: StoredAcceptance;
  readonly acceptance: Acceptance;
  /** The offer. Whether it still stands is for it to say. */
  readonly statement: StatementView;
}

/**
 * Who accepted the terms of the actor, the newest first. Throws `InvalidCursor`, and `LogReadOnly` when leaves may be missing.
 * @param workId only of offers about this work; none where it is not theirs
 */
export async function listAcceptances(
  registry: Registry,
  { account }: SignedInActor,
  workId: string | undefined,
  request: PageRequest,
): Promise<Page<AcceptanceView>> {
  const { store } = registry;
  if (workId !== undefined && (await ownWork(store, account.id, workId)) === undefined) {
    return { rows: [], hasNextPage: false };
  }
  const about = workId === undefined ? undefined : workInClaim(workId);
  const { rows, hasNextPage } = await store.acceptances.ofAccount(account.id, request, about);
  const views = await viewStatements(
    registry,
    rows.map(({ row }) => row.statementId),
  );
  const seen = rows.flatMap(({ cursor, row: stored }, at) => {
    const statement = views[at];
    if (statement === undefined) return [];
    const acceptance = readAcceptanceValue(JSON.parse(stored.document));
    return [{ cursor, row: { stored, acceptance, statement } }];
  });
  return { rows: seen, hasNextPage };
}
