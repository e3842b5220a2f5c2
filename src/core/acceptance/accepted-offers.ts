/** Which no-unless answers are met by terms that somebody accepted. */
import type { Decision, DecisionReason } from '../consent/decision.js';
import { type Use, containsUse } from '../consent/use.js';

/** One offer that was accepted, and that stands as it was accepted. */
export interface AcceptedOffer {
  /** Of the log that holds the statement. */
  readonly origin: string;
  readonly statement: string;
  readonly uses: readonly Use[];
}

export class AcceptedOffers {
  readonly #uses = new Map<string, Use[]>();

  constructor(offers: readonly AcceptedOffer[]) {
    for (const { origin, statement, uses } of offers) {
      const key = keyOf(origin, statement);
      this.#uses.set(key, [...(this.#uses.get(key) ?? []), ...uses]);
    }
  }

  /**
   * Whether every statement that decides a CONDITIONAL answer is an offer that was accepted for the use asked about. One of several
   * that was not accepted leaves the answer what it is: a no.
   * @param origin of the one log that was asked; where there are several, each reason names its own
   */
  meet({ answer, decidedBy, use }: Decision, origin: string): boolean {
    if (answer !== 'CONDITIONAL' || decidedBy.length === 0) return false;
    return decidedBy.every((reason) => this.#isAccepted(reason, use, origin));
  }

  /** For the use asked about, or for all that the offer speaks of where that is less. */
  #isAccepted(reason: DecisionReason, asked: Use, origin: string): boolean {
    if (reason.preference !== 'conditional') return false;
    const accepted = this.#uses.get(keyOf(reason.log ?? origin, reason.id)) ?? [];
    return accepted.some((use) => containsUse(use, asked) || containsUse(use, reason.use));
  }
}

function keyOf(origin: string, statement: string): string {
  return `${origin} ${statement}`;
}
