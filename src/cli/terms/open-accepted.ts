import type { AnswerBasis, ConsentAnswers } from '../../app/ports/consent-answers.js';
import type { Acceptance } from '../../core/acceptance/acceptance.js';
import { acceptanceDigest } from '../../core/acceptance/acceptance-bytes.js';
import { AcceptedOffers } from '../../core/acceptance/accepted-offers.js';
import type { Terms } from '../../core/consent/terms.js';
import { areRelatedUses } from '../../core/consent/use.js';
import { canonicalJson } from '../../core/json/canonical-json.js';
import { nodeSha256 } from '../../log-key/node-sha256.js';
import { VerificationFailed } from '../../verifier/verification-failed.js';
import { parseVerifierKey } from '../../verifier/verifier-key.js';
import type { CommandIo } from '../io.js';
import { readAcceptances } from './acceptance-file.js';
import { verifyAcceptance } from './verify-acceptance.js';

/** Why an acceptance that holds keeps no row. */
export type LapseCode = 'other-log' | 'not-on-offer' | 'other-terms' | 'expired' | 'other-use';

export interface LapsedAcceptance {
  readonly digest: string;
  readonly statement: string;
  readonly why: LapseCode;
}

/** What was accepted, as far as it stands at the moment that the answers speak of. */
export interface OpenedAcceptances {
  readonly offers: AcceptedOffers;
  /** SHA-256 of each acceptance of terms of a log that was asked, sorted. */
  readonly digests: readonly string[];
  /** Whose offer was withdrawn, changed or has run out: what it covered is a no again. */
  readonly lapsed: readonly LapsedAcceptance[];
}

/**
 * Reads and verifies the acceptances that a run is given. Throws VerificationFailed for one that is not what it says or that no
 * registry confirmed: evidence that does not hold is none, and nothing is then answered.
 */
export async function openAccepted(
  io: CommandIo,
  paths: readonly string[],
  answers: ConsentAnswers,
): Promise<OpenedAcceptances | undefined> {
  if (paths.length === 0) return undefined;
  const digests = new Set<string>();
  const standing: Acceptance[] = [];
  const lapsed: LapsedAcceptance[] = [];
  for (const path of paths) {
    const kept = await readAcceptances(io, path);
    const terms = await termsOnOffer(answers, [
      ...new Set(kept.map(({ acceptance }) => acceptance.statement)),
    ]);
    for (const one of kept) {
      const { acceptance } = one;
      const { origin, statement } = acceptance;
      const basis = answers.bases.find((asked) => asked.origin === origin);
      if (basis === undefined) {
        lapsed.push({ digest: acceptanceDigest(acceptance, nodeSha256), statement, why: 'other-log' });
        continue;
      }
      const { digest } = verifyAcceptance(one, path, keysOf(basis, path));
      digests.add(digest);
      const why = whyLapsed(acceptance, terms.get(statement), basis, answers);
      if (why === undefined) standing.push(acceptance);
      else lapsed.push({ digest, statement, why });
    }
  }
  return { offers: new AcceptedOffers(standing), digests: [...digests].sort(), lapsed };
}

/** A source that tells no offers still decides by them: what does not stand decides nothing, and is only not told of here. */
async function termsOnOffer(
  answers: ConsentAnswers,
  statements: readonly string[],
): Promise<ReadonlyMap<string, Terms>> {
  const offers = await answers.offers?.(statements);
  if (offers === undefined) return answers.terms(statements);
  return new Map([...offers].map(([statement, { terms }]) => [statement, terms]));
}

function keysOf({ keys, origin }: AnswerBasis, path: string) {
  if (keys.length > 0) return keys.map(parseVerifierKey);
  throw new VerificationFailed(
    'no-key',
    `${path}: no key of ${origin} is known, by which it could be verified.`,
  );
}

function whyLapsed(
  { terms, expiresAt, uses }: Acceptance,
  offered: Terms | undefined,
  { moment }: AnswerBasis,
  { uses: asked }: ConsentAnswers,
): Exclude<LapseCode, 'other-log'> | undefined {
  if (offered === undefined) return 'not-on-offer';
  if (canonicalJson(offered) !== canonicalJson(terms)) return 'other-terms';
  if (expiresAt !== undefined && Date.parse(expiresAt) <= moment.getTime()) return 'expired';
  return asked.some((use) => uses.some((one) => areRelatedUses(one, use))) ? undefined : 'other-use';
}
