import { getDomain } from 'tldts';
import type { NameRecords, TextAnswer } from '../../ports/surroundings.js';
import { placeHost } from '../claimable-place.js';
import type { Place } from '../covering-places.js';
import { challengeLine, tokenOfLine } from './challenge-file.js';
import { type ProofFailure, proofFailure } from './proof-check.js';
import type { Sighting } from './sighting.js';

/** RFC 8552: names that begin with an underscore are kept for such purposes, and no host is called so. */
const LABEL = '_assent-challenge';

/** The name at which the text record of a claim is looked for. */
export function challengeRecordName(place: Place): string {
  return `${LABEL}.${placeHost(place.expression)}`;
}

type Answered = Exclude<TextAnswer, { found: 'no-answer' }>;

/**
 * Looks for the line of a challenge in the text records of a place's host. Every server that answers has to know it: what
 * one alone says may be forged, or was taken back a minute ago.
 */
export async function lookAtRecords(names: NameRecords, place: Place, token: string): Promise<Sighting> {
  const name = challengeRecordName(place);
  const answers = await names.text(name);
  const answered = answers.filter((answer): answer is Answered => answer.found !== 'no-answer');
  if (answered.length === 0) return silence(name, answers);
  const stray = answered.map((answer) => strayAlias(answer, name)).find((alias) => alias !== undefined);
  if (stray !== undefined) return leadsAway(name, stray);
  const knowing = answered.filter((answer) => tokensOf(answer).includes(token));
  if (knowing.length > 0 && knowing.length < answered.length) {
    return proofFailure(
      'absent',
      `${knowing.length} of ${answered.length} DNS servers know the record ${name} already.`,
      'The others follow within an hour, or within the time that the record says. Check again then.',
    );
  }
  const tokens = answered.flatMap(tokensOf);
  if (tokens.length > 0) return seen(name, tokens, []);
  const misplaced = await atTheName(names, placeHost(place.expression), token);
  return misplaced ?? nothingThere(name, answered, token);
}

/** Where people put the record by mistake: looked at only in order to tell them. */
async function atTheName(names: NameRecords, host: string, token: string): Promise<Sighting | undefined> {
  const tokens = (await names.text(host)).flatMap((answer) =>
    answer.found === 'no-answer' ? [] : tokensOf(answer),
  );
  if (!tokens.includes(token)) return undefined;
  const problem = `The text record was found at ${host}, and counts only at ${LABEL}.${host}.`;
  return seen(`${LABEL}.${host}`, [], [{ token, problem }]);
}

function seen(name: string, tokens: string[], misplaced: { token: string; problem: string }[]): Sighting {
  const nextStep = `Make a record of type TXT with the name ${name} and the line shown with this claim.`;
  return { met: undefined, where: `The text record of ${name}`, tokens, misplaced, nextStep };
}

function tokensOf(answer: Answered): string[] {
  if (answer.found !== 'records') return [];
  return answer.texts.map((text) => tokenOfLine(text.trim())).filter((token) => token !== undefined);
}

/** An alias may lead within the domain. Out of it, whoever has what it leads to would hold a whole site of somebody else's. */
function strayAlias(answer: Answered, name: string): string | undefined {
  if (answer.found === 'no-name' || answer.alias === undefined) return undefined;
  return registered(answer.alias) === registered(name) ? undefined : answer.alias;
}

function registered(name: string): string | null {
  return getDomain(name, { allowPrivateDomains: true, validateHostname: false, extractHostname: false });
}

function leadsAway(name: string, alias: string): ProofFailure {
  return proofFailure(
    'wrong-place',
    `${name} is an alias (CNAME) for ${alias}, which is another domain.`,
    `Make a record of type TXT at ${name} itself. If the domain has a record for every name (*), this one goes before it.`,
  );
}

function nothingThere(name: string, answers: readonly Answered[], token: string): ProofFailure {
  const isThere = answers.some(({ found }) => found !== 'no-name');
  const problem = isThere
    ? `There is no text record at ${name} that begins with assent-challenge=.`
    : `There is no name ${name} in the DNS.`;
  return proofFailure(
    'absent',
    problem,
    `Make a record of type TXT with the name ${name} and the text ${challengeLine(token)}. A new record can take an hour to be seen.`,
  );
}

function silence(name: string, answers: readonly TextAnswer[]): ProofFailure {
  const codes = answers.map((answer) => (answer.found === 'no-answer' ? answer.code : ''));
  return proofFailure(
    'not-reached',
    `No DNS server could say anything about ${name} (${[...new Set(codes)].join(', ') || 'none is set'}).`,
    'Check that the name servers of the domain answer, and that its DNSSEC is in order; then check again.',
  );
}
