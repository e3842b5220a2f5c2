import { invalidInput, type InvalidInput } from '../../accounts/refusals.js';
import type { SignedInActor } from '../../actor.js';
import type { CaseNote } from '../../ports/moderation.js';
import { refuse, type Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { caseOf } from './read-queue.js';

export interface AddCaseNoteInput {
  readonly caseId: string;
  readonly text: string;
}

export type AddCaseNoteResult =
  { readonly ok: true; readonly note: CaseNote } | InvalidInput | Refusal<'NOT_FOUND'>;

const MOST = 2_000;

/** Writes down something about a case for other moderators. No party ever sees it. */
export async function addCaseNote(
  registry: Registry,
  moderator: SignedInActor,
  input: AddCaseNoteInput,
): Promise<AddCaseNoteResult> {
  const text = input.text.trim();
  if (text === '' || text.length > MOST) {
    return invalidInput('text', `A note has 1 to ${MOST} characters.`, 'Write a few sentences.');
  }
  const found = await caseOf(registry, input.caseId);
  const [first] = found?.items ?? [];
  if (first === undefined) {
    return refuse('NOT_FOUND', 'This no longer waits for anybody.', 'Choose another case from the queue.');
  }
  const note: CaseNote = {
    id: registry.random.uuid(),
    item: first.key,
    authorId: moderator.account.id,
    text,
    writtenAt: registry.clock(),
  };
  await registry.store.queue.addNote(note);
  return { ok: true, note };
}
