import type { SignedInActor } from '../../src/app/actor.js';
import { challengesOf } from '../../src/app/claims/describe-claims.js';
import { openClaim } from '../../src/app/claims/open-claim.js';
import type { OwnClaim } from '../../src/app/claims/own-claim.js';
import { verifyClaim } from '../../src/app/claims/proofs/verify-claim.js';
import type { Claim, PlaceKind } from '../../src/app/ports/claims.js';
import type { Registry } from '../../src/app/registry.js';
import type { TestSite } from './test-site.js';

/** Opens a claim as author. Throws when it is refused. */
export async function openedClaim(
  registry: Registry,
  actor: SignedInActor,
  kind: PlaceKind,
  address: string,
): Promise<OwnClaim> {
  const opened = await openClaim(registry, actor, { kind, address, capacity: 'author' });
  if (!opened.ok) throw new Error(`${opened.code}: ${opened.message}`);
  return opened.claim;
}

/** The line that the file of an open claim has to hold. */
export async function lineFor(registry: Registry, claim: Claim): Promise<string> {
  const [challenge] = await challengesOf(registry, [claim]);
  if (challenge === undefined) throw new Error('The claim has no challenge.');
  return challenge.fileContent;
}

/** Adds the line of a claim to the well-known file of the host, which keeps the lines that are there. */
export async function putLine(registry: Registry, site: TestSite, claim: Claim): Promise<void> {
  const host = claim.expression?.split('/', 1)[0] ?? '';
  const path = `//${host}/.well-known/assent-challenge.txt`;
  const before = site.files.get(path);
  const line = await lineFor(registry, claim);
  site.files.set(path, typeof before === 'string' ? `${before}\n${line}` : line);
}

/** Claims a place and proves it by file. Throws when any step is refused. */
export async function provenClaim(
  registry: Registry,
  site: TestSite,
  actor: SignedInActor,
  kind: PlaceKind,
  address: string,
): Promise<OwnClaim> {
  const claim = await openedClaim(registry, actor, kind, address);
  await putLine(registry, site, claim);
  const verified = await verifyClaim(registry, actor, { claimId: claim.id });
  if (!verified.ok) throw new Error(`${verified.code}: ${verified.message}`);
  return verified.claim;
}
