import type { SignedInActor } from '../../actor.js';
import type { Claim } from '../../ports/claims.js';
import type { KeptFile } from '../../ports/kept-files.js';
import type { Registry } from '../../registry.js';
import { screenshotsSince } from './kept-for.js';

/** The files that were left with a claim, for those who may see them; none for everybody else. */
export async function listFiles(registry: Registry, actor: SignedInActor, claim: Claim): Promise<KeptFile[]> {
  const files = await registry.store.keptFiles.ofClaim(claim.id, screenshotsSince(registry));
  return files.length > 0 && (await maySee(registry, actor, claim)) ? files : [];
}

/** One of them, with what is in it; undefined alike for what is not there and for what is somebody else's. */
export async function viewFile(
  registry: Registry,
  actor: SignedInActor,
  id: string,
): Promise<{ readonly file: KeptFile; readonly content: Uint8Array } | undefined> {
  const file = await registry.store.keptFiles.byId(id, screenshotsSince(registry));
  const claim = file && (await registry.store.claims.byId(file.claimId));
  if (file === undefined || claim === undefined || !(await maySee(registry, actor, claim))) return undefined;
  const content = await registry.store.keptFiles.content(id);
  return content && { file, content };
}

/** The claimant, and moderators once the claim is before them: with evidence, a screenshot or a dispute. Nobody decides an own claim. */
async function maySee(
  { store, clock }: Registry,
  { account }: SignedInActor,
  claim: Claim,
): Promise<boolean> {
  if (claim.accountId === account.id) return true;
  if (account.role !== 'moderator' && account.role !== 'admin') return false;
  if (claim.state === 'disputed') return true;
  const files = await store.keptFiles.ofClaim(claim.id, screenshotsSince({ clock }));
  return (
    files.some(({ kind }) => kind === 'screenshot') || (await store.evidence.ofClaims([claim.id])).length > 0
  );
}
