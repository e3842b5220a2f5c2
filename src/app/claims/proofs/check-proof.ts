import type { ProofMethod } from '../../ports/proofs.js';
import type { Registry } from '../../registry.js';
import type { OwnClaim } from '../own-claim.js';
import { challengeLocations, mistakenLocation } from './challenge-file.js';
import { explainSightings } from './explain-sightings.js';
import { lookAtPage, proofPages } from './look-at-page.js';
import { lookAtRecords } from './look-at-records.js';
import { profileLinkStart } from './profile-link.js';
import type { ProofCheck } from './proof-check.js';
import { readChallengeFile } from './read-challenge-file.js';
import type { Sighting } from './sighting.js';

/** What can be looked for again at any time; a mailed code is typed once, and a sign-in is a person's. */
export type LastingMethod = Exclude<ProofMethod, 'domain-mail' | 'openid-connect'>;

type Look = () => Promise<Sighting>;

/** Looks for the token of a claim wherever it may stand. Sends requests: never inside a transaction. */
export async function checkProof(
  registry: Registry,
  claim: OwnClaim,
  token: string,
  method: LastingMethod,
): Promise<ProofCheck> {
  const sightings: Sighting[] = [];
  for (const look of looks(registry, claim, token, method)) {
    const sighting = await look();
    if (sighting.met === undefined && sighting.tokens.includes(token)) return { met: true };
    sightings.push(sighting);
  }
  if (method === 'well-known-file') sightings.push(...(await mistaken(registry, claim, token)));
  return explainSightings(registry.store, claim, token, sightings);
}

function looks(registry: Registry, claim: OwnClaim, token: string, method: LastingMethod): Look[] {
  const { outgoing, names, settings } = registry;
  switch (method) {
    case 'well-known-file':
      return challengeLocations(claim).map((location) => () => readChallengeFile(outgoing, location));
    case 'html-link':
      return proofPages(claim).map((page) => () => lookAtPage(outgoing, page, profileLinkStart(settings)));
    case 'dns-txt':
      return [() => lookAtRecords(names, claim, token)];
  }
}

/** The line of this claim in a file that does not count; nothing else that may lie there is of interest. */
async function mistaken({ outgoing }: Registry, claim: OwnClaim, token: string): Promise<Sighting[]> {
  const location = mistakenLocation(claim);
  const sighting = await readChallengeFile(outgoing, location);
  if (sighting.met !== undefined || !sighting.tokens.includes(token)) return [];
  const problem = `The line was found at ${location.address}, where it does not count.`;
  const [right] = challengeLocations(claim);
  const nextStep = `Move the file to https://${right.address}.`;
  return [{ ...sighting, tokens: [], misplaced: [{ token, problem }], nextStep }];
}
