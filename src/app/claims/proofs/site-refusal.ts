import type { OutgoingRequests } from '../../ports/surroundings.js';
import { type ProofFailure, proofFailure } from './proof-check.js';

type Answer = Awaited<ReturnType<OutgoingRequests['get']>>;

/** Statuses by which sites turn programs away that people may use them without. */
const TURNED_AWAY: ReadonlySet<number> = new Set([401, 403, 429, 451]);

/** Set by services that put a puzzle in front of a site, whatever the status. */
const PUZZLES: readonly (readonly [header: string, value: string])[] = [
  ['cf-mitigated', 'challenge'],
  ['x-amzn-waf-action', 'challenge'],
  ['x-amzn-waf-action', 'captcha'],
];

/** Whether a site lets no program look, which says nothing about what people see there; undefined when it does. */
export function siteRefusal(address: string, { status, headers }: Answer): ProofFailure | undefined {
  const isPuzzle = PUZZLES.some(([header, value]) => headers[header]?.toLowerCase() === value);
  if (isPuzzle) return siteRefuses(`${address} answered with a puzzle for people instead of the page.`);
  return TURNED_AWAY.has(status)
    ? siteRefuses(`${address} turned the registry away with status ${status}.`)
    : undefined;
}

export function siteRefuses(problem: string): ProofFailure {
  return proofFailure(
    'site-refuses',
    problem,
    'If the site is yours, let AssentRegistry through. If it is not, put the code into your profile and send a screenshot of it to a moderator.',
  );
}
