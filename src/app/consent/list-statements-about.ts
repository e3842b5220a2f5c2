import { invalidInput, type InvalidInput } from '../accounts/refusals.js';
import { readPlace } from '../claims/read-place.js';
import type { PlaceKind } from '../ports/claims.js';
import type { Page, PageRequest } from '../ports/page.js';
import type { Registry } from '../registry.js';
import { describePage } from './describe-statements.js';
import type { StatementView } from './describe-statements.js';

export interface SubjectInput {
  readonly kind: PlaceKind;
  /** As somebody writes it. */
  readonly address: string;
}

/**
 * Everything that anybody ever stated about exactly this place, the newest first, a page at a time: not about what lies in
 * it, and not about what it lies in. Throws `InvalidCursor`, and `LogReadOnly` when leaves may be missing.
 */
export async function listStatementsAbout(
  registry: Registry,
  { kind, address }: SubjectInput,
  request: PageRequest,
): Promise<({ readonly ok: true } & Page<StatementView>) | InvalidInput> {
  const place = readPlace(kind, address, registry.sha256);
  if (!place.ok) return invalidInput('subject.address', place.message, place.nextStep);
  registry.log.assertWhole();
  const subject = { kind, subjectDigest: place.digest };
  const page = await registry.store.statements.ofSubject(subject, request);
  return { ok: true, ...(await describePage(registry, page)) };
}
