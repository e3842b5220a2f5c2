import { itemOf } from '../app/consent/look-up-address.js';
import type { ItemAnswers } from '../app/snapshots/answer-items.js';
import { loneVoice } from '../core/snapshot/block-bytes.js';
import type { SnapshotTables } from '../core/snapshot/snapshot-tables.js';
import type { Decision } from '../core/consent/decision.js';
import { urlExpressions } from '../core/url/url-expressions.js';
import type { AddressSieve } from './address-sieve.js';

/** Most snapshots have some dozens: kinds of place, uses, capacities, and the days on which offers end. */
const MOST_KINDS = 4_096;

/**
 * Decisions where a single statement covers an address, which is most of them: those of another such address are given, whose statement
 * says the same. They are alike but for whose statement decided, so that they can be counted and not told.
 */
export class LoneVoices {
  readonly #known = new Map<string, readonly Decision[]>();

  constructor(
    private readonly tables: SnapshotTables,
    private readonly sieve: AddressSieve,
    private readonly items: ItemAnswers,
  ) {}

  /** @param canonical an address that carries no other. @returns undefined where more than one statement may have a part */
  decisions(canonical: string): readonly Decision[] | undefined {
    let said: string | undefined;
    for (const { kind, expression, denyOnly } of urlExpressions(canonical)) {
      const row = this.sieve.mayHold(expression) ? this.tables.rowOf(expression) : undefined;
      if (row === undefined) continue;
      const voice = said === undefined ? loneVoice(this.tables.blockBytes(row)) : undefined;
      if (voice === undefined) return undefined;
      said = `${kind} ${denyOnly} ${voice}`;
    }
    return said === undefined ? this.items.unanswered : this.#decided(said, canonical);
  }

  #decided(said: string, canonical: string): readonly Decision[] {
    const known = this.#known.get(said);
    if (known !== undefined) return known;
    const item = itemOf(canonical, []);
    const { decisions } = this.items.answerAddress({
      ok: true,
      url: canonical,
      canonicalUrl: canonical,
      item,
    });
    if (this.#known.size >= MOST_KINDS) this.#known.clear();
    this.#known.set(said, decisions);
    return decisions;
  }
}
