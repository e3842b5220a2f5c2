import type { Challenge } from '../ports/claims.js';
import type { OutgoingRequests } from '../ports/surroundings.js';
import { challengeLine, challengeLocations, isChallengeLine } from './challenge-file.js';
import type { ChallengeLocation } from './challenge-file.js';
import type { Place } from './covering-places.js';
import { readChallengeFile } from './read-challenge-file.js';

/** Whether the file of a claim was found; if not, what is wrong at each place where it may lie. */
export type ChallengeCheck =
  { readonly met: true } | { readonly met: false; readonly problem: string; readonly nextStep: string };

/** Looks for the line of a challenge wherever the file of a claim on the place may lie. Sends requests: never inside a transaction. */
export async function checkChallenge(
  outgoing: OutgoingRequests,
  place: Place,
  challenge: Challenge,
): Promise<ChallengeCheck> {
  const failures: Extract<ChallengeCheck, { met: false }>[] = [];
  for (const location of challengeLocations(place)) {
    const check = await checkLocation(outgoing, location, challenge.token);
    if (check.met) return check;
    failures.push(check);
  }
  const [first] = failures;
  return {
    met: false,
    problem: failures.map(({ problem }) => problem).join(' '),
    nextStep: first?.nextStep ?? '',
  };
}

async function checkLocation(
  outgoing: OutgoingRequests,
  location: ChallengeLocation,
  token: string,
): Promise<ChallengeCheck> {
  const file = await readChallengeFile(outgoing, location);
  if (!file.ok) return { met: false, problem: file.problem, nextStep: file.nextStep };
  if (file.lines.includes(challengeLine(token))) return { met: true };
  return file.lines.some(isChallengeLine)
    ? {
        met: false,
        problem: `${location.address} holds lines of other claims, but not the one of this claim.`,
        nextStep:
          'A line proves one claim of one account and is replaced when renewed: add the line shown with this claim.',
      }
    : {
        met: false,
        problem: `${location.address} holds no line that begins with assent-challenge=.`,
        nextStep: 'Copy the line shown with this claim into the file, on a line of its own.',
      };
}
