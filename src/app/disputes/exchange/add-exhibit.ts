import { hexToBytes } from '@noble/hashes/utils.js';
import { invalidInput, type InvalidInput } from '../../accounts/refusals.js';
import type { SignedInActor } from '../../actor.js';
import { evidenceProblem } from '../../claims/evidence-problem.js';
import type { Dispute } from '../../ports/disputes.js';
import type { Exhibit } from '../../ports/dispute-exchange.js';
import type { Stores } from '../../ports/registry-store.js';
import type { Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { ownDispute } from './own-dispute.js';

export interface AddExhibitInput {
  readonly disputeId: string;
  readonly text: string;
  readonly link?: string | undefined;
  /** A file that is not handed over: what it is called, its SHA-256 in hexadecimal digits, and how long it is. */
  readonly file?: { readonly name: string; readonly sha256: string; readonly bytes: number } | undefined;
}

export type AddExhibitResult =
  { readonly ok: true; readonly exhibit: Exhibit } | InvalidInput | Refusal<'NOT_FOUND'>;

/** Of one side in one dispute. */
const MOST_PIECES = 20;
const MAX_NAME_LENGTH = 200;

/**
 * Shows the other side of a dispute and the moderators something, while it is open or an appeal from it waits. Nothing of it can be taken
 * back, since the other side may have answered to it. Who shows it is told by pseudonym alone.
 */
export async function addExhibit(
  registry: Registry,
  actor: SignedInActor,
  input: AddExhibitInput,
): Promise<AddExhibitResult> {
  const text = input.text.trim();
  const problem = evidenceProblem(text, input.link) ?? fileProblem(input.file);
  if (problem !== undefined) return problem;
  return registry.store.transact(async (stores) => {
    const own = await ownDispute(stores, actor, input.disputeId);
    if ('ok' in own) return own;
    if (!(await takesExhibits(stores, own.dispute))) return itIsOver();
    const shown = await stores.exhibits.ofDisputes([own.dispute.id]);
    if (shown.filter(({ claimant }) => claimant === own.claimant).length >= MOST_PIECES) return tooMany();
    const exhibit: Exhibit = {
      id: registry.random.uuid(),
      disputeId: own.dispute.id,
      accountId: actor.account.id,
      claimant: own.claimant,
      text,
      link: input.link,
      file: input.file && { ...input.file, sha256: hexToBytes(input.file.sha256) },
      submittedAt: registry.clock(),
    };
    await stores.exhibits.add(exhibit);
    return { ok: true, exhibit };
  });
}

/** Whether anything that is shown would still be looked at. */
export async function takesExhibits(stores: Pick<Stores, 'appeals'>, dispute: Dispute): Promise<boolean> {
  if (dispute.closedAt === undefined) return true;
  const appeals = await stores.appeals.ofDisputes([dispute.id]);
  return appeals.some(({ decidedAt }) => decidedAt === undefined);
}

function fileProblem(file: AddExhibitInput['file']): InvalidInput | undefined {
  if (file === undefined) return undefined;
  const { name, sha256, bytes } = file;
  const isNamed = name.trim() !== '' && name.length <= MAX_NAME_LENGTH;
  if (isNamed && /^[0-9a-f]{64}$/.test(sha256) && Number.isSafeInteger(bytes) && bytes >= 0) return undefined;
  return invalidInput(
    'file',
    'A file is told by its name, its SHA-256 in 64 lower-case hexadecimal digits, and its length in bytes.',
    'Choose the file again, or leave it out.',
  );
}

function itIsOver(): InvalidInput {
  return invalidInput(
    'disputeId',
    'This dispute is over, and nobody would look at it any more.',
    'Appeal from what was decided, if there is still time.',
  );
}

function tooMany(): InvalidInput {
  return invalidInput(
    'text',
    `You have shown ${MOST_PIECES} things in this dispute already.`,
    'Wait for the moderators; they can ask for more.',
  );
}
