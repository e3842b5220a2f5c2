import { bytesToHex } from '@noble/hashes/utils.js';
import { invalidInput, type InvalidInput } from '../../accounts/refusals.js';
import type { SignedInActor } from '../../actor.js';
import { refusePicture, type PictureSearchRefused } from '../../catalogue/likeness/refuse-picture.js';
import { pictureRefusal } from '../../catalogue/fingerprints/picture-refusal.js';
import { isScreened } from '../../catalogue/safety/is-screened.js';
import { DAMAGED_PICTURE } from '../../ports/pictures.js';
import type { KeptFile, KeptFileKind } from '../../ports/kept-files.js';
import type { Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { type AccountClaim, claimEnded, isOnPlace, noSuchClaim, ownClaim } from '../own-claim.js';
import { contentTypeOf, SCREENSHOT_TYPES } from './content-type.js';
import { screenshotsSince } from './kept-for.js';

export interface KeepFileInput {
  readonly claimId: string;
  readonly kind: KeptFileKind;
  readonly bytes: Uint8Array;
}

export type KeepFileResult =
  { readonly ok: true; readonly file: KeptFile } | InvalidInput | PictureSearchRefused | Refusal<'NOT_FOUND'>;

/** Bytes of one file, of each kind. */
export const MOST_BYTES: Readonly<Record<KeptFileKind, number>> = {
  original: 20_000_000,
  screenshot: 5_000_000,
};
/** Of everything that an account keeps. */
const MOST_OF_ACCOUNT = 200_000_000;
const MOST_SCREENSHOTS = 5;

/**
 * Keeps a file with one of the actor's claims, for its claimant and for moderators who have the claim before them. The file of a work is taken
 * only if it is the very file that was registered, a screenshot only if it is a picture, and then without what its file says beside it.
 */
export async function keepFile(
  registry: Registry,
  actor: SignedInActor,
  { claimId, kind, bytes: given }: KeepFileInput,
): Promise<KeepFileResult> {
  const claim = await ownClaim(registry.store.claims, actor, claimId);
  if ('ok' in claim) return claim;
  const held = await registry.store.keptFiles.ofClaim(claim.id, screenshotsSince(registry));
  const problem =
    (await sizeProblem(registry, actor.account.id, kind, given)) ??
    (kind === 'original'
      ? await originalProblem(registry, claim, given)
      : screenshotProblem(claim, given, held.length));
  if (problem !== undefined) return problem;
  const bytes = kind === 'original' ? given : await redrawn(registry, given);
  if ('ok' in bytes) return bytes;
  const sha256 = registry.sha256(bytes);
  const same = held.find((file) => file.kind === kind && bytesToHex(file.sha256) === bytesToHex(sha256));
  if (same !== undefined) return { ok: true, file: same };
  const file = {
    id: registry.random.uuid(),
    claimId: claim.id,
    kind,
    contentType: contentTypeOf(bytes),
    sha256,
    size: bytes.length,
    addedAt: registry.clock(),
  };
  return (await registry.store.keptFiles.add(file, bytes)) ? { ok: true, file } : claimEnded(claim);
}

async function sizeProblem(
  { store }: Registry,
  accountId: string,
  kind: KeptFileKind,
  { length }: Uint8Array,
): Promise<InvalidInput | undefined> {
  if (length > MOST_BYTES[kind]) {
    return invalidInput('file', `The file is larger than ${MOST_BYTES[kind]} bytes.`, 'Give a smaller one.');
  }
  if ((await store.keptFiles.sizeOf(accountId)) + length <= MOST_OF_ACCOUNT) return undefined;
  return invalidInput(
    'file',
    `All that is kept for you would be more than ${MOST_OF_ACCOUNT} bytes.`,
    'Delete kept files of other works first.',
  );
}

async function originalProblem(
  registry: Registry,
  claim: AccountClaim,
  bytes: Uint8Array,
): Promise<InvalidInput | Refusal<'NOT_FOUND'> | undefined> {
  const [work] = await registry.store.works.byClaims([claim.id]);
  if (work?.sha256 === undefined) return noSuchClaim();
  if (bytesToHex(registry.sha256(bytes)) === bytesToHex(work.sha256)) return undefined;
  return invalidInput(
    'file',
    'This is not the file that the work was registered by.',
    'Give the very file, unchanged; another version is a work of its own.',
  );
}

function screenshotProblem(
  claim: AccountClaim,
  bytes: Uint8Array,
  count: number,
): InvalidInput | Refusal<'NOT_FOUND'> | undefined {
  if (!isOnPlace(claim)) return noSuchClaim();
  if (claim.state !== 'open' && claim.state !== 'disputed') return claimEnded(claim);
  if (count >= MOST_SCREENSHOTS) {
    return invalidInput(
      'file',
      `A claim has at most ${MOST_SCREENSHOTS} screenshots.`,
      'Delete one that shows less.',
    );
  }
  if (SCREENSHOT_TYPES.includes(contentTypeOf(bytes))) return undefined;
  return invalidInput(
    'file',
    'This is no picture in PNG, JPEG or WebP.',
    'Save the screenshot as one of these.',
  );
}

/** What is seen of a screenshot and nothing else: a phone's picture may say in itself where, when and with which device it was taken. */
async function redrawn(registry: Registry, bytes: Uint8Array): Promise<Uint8Array | PictureSearchRefused> {
  const { reader } = registry.pictures;
  try {
    const read = await reader.read(bytes);
    return (await isScreened(registry, read, { kind: 'upload' }))
      ? refusePicture('damaged', DAMAGED_PICTURE)
      : await reader.redraw(bytes);
  } catch (error) {
    const refusal = pictureRefusal(error);
    if (refusal === undefined) throw error;
    return refusePicture(refusal.code, refusal.message);
  }
}
