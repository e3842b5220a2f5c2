import { textAt } from '../app/check/text-at.js';
import { itemOf } from '../app/consent/look-up-address.js';
import type { CheckedItem, PackedAnswers } from '../app/ports/consent-answers.js';
import type { PackedTexts } from '../app/ports/tables.js';
import type { ItemAnswers } from '../app/snapshots/answer-items.js';
import { type CanonicalUrlResult, canonicalUrl } from '../core/url/canonical-url.js';
import { embeddedUrls } from '../core/url/embedded-urls.js';
import { type AddressSieve, VERDICT } from './address-sieve.js';
import type { LoneVoices } from './lone-voices.js';

const BEHIND_SCHEME = '//';

/** By what is answered that the sieve has not passed over. */
export interface RestAnswers {
  readonly items: ItemAnswers;
  readonly sieve: AddressSieve;
  readonly lone: LoneVoices;
}

/**
 * Answers by the rules for what the sieve has not passed over. Everything else is an address that nobody has answered for.
 * @param verdicts a `VERDICT` for each text
 * @param areCounted as `PackedQuestions` has it
 */
export function answerRest(
  texts: PackedTexts,
  verdicts: Uint8Array,
  by: RestAnswers,
  areCounted: boolean,
): PackedAnswers {
  const places = new Uint32Array(texts.ends.length);
  const told: CheckedItem[] = [];
  for (const cell of answeredOf(restOf(texts, verdicts), by.sieve)) {
    const item = (areCounted ? loneAnswer(cell, by) : undefined) ?? ruledAnswer(cell, by);
    if (item.decisions === by.items.unanswered && item.notAnswered === undefined) continue;
    told.push(item);
    places[cell.at] = told.length;
  }
  return { places, told };
}

function loneAnswer({ url, canonical, embedded }: Cell, { lone }: RestAnswers): CheckedItem | undefined {
  if (!canonical.ok || embedded.length > 0) return undefined;
  const decisions = lone.decisions(canonical.url);
  return decisions && { url, canonicalUrl: canonical.url, notAnswered: undefined, decisions };
}

function ruledAnswer({ url, canonical, embedded }: Cell, { items }: RestAnswers): CheckedItem {
  if (!canonical.ok) return items.answerAddress({ ok: false, url, reason: canonical.reason });
  const item = itemOf(canonical.url, embedded);
  return items.answerAddress({ ok: true, url, canonicalUrl: canonical.url, item });
}

/** A cell that is left, read by the rules. */
interface Cell {
  readonly at: number;
  readonly url: string;
  readonly canonical: CanonicalUrlResult;
  /** Addresses that it carries. */
  readonly embedded: readonly string[];
  /** Whether the sieve has found already that somebody may have answered for it. */
  readonly isHeld: boolean;
}

function restOf(texts: PackedTexts, verdicts: Uint8Array): Cell[] {
  const rest: Cell[] = [];
  for (let at = 0; at < texts.ends.length; at += 1) {
    const verdict = verdicts[at];
    if (verdict === VERDICT.unanswered) continue;
    const url = textAt(texts, at);
    rest.push(verdict === VERDICT.held ? heldCell(at, url) : unreadCell(at, url));
  }
  return rest;
}

function heldCell(at: number, url: string): Cell {
  const canonical = { ok: true, url: url.slice(url.indexOf(BEHIND_SCHEME) + BEHIND_SCHEME.length) } as const;
  return { at, url, canonical, embedded: [], isHeld: true };
}

function unreadCell(at: number, url: string): Cell {
  const canonical = canonicalUrl(url);
  return { at, url, canonical, embedded: canonical.ok ? embeddedUrls(canonical.url) : [], isHeld: false };
}

/** Of these cells those that are no address, and those that somebody may have answered for by any address that they hold. */
function answeredOf(cells: readonly Cell[], sieve: AddressSieve): Cell[] {
  const addresses: string[] = [];
  for (const { canonical, embedded, isHeld } of cells) {
    if (canonical.ok && !isHeld) addresses.push(canonical.url, ...embedded);
  }
  const verdicts = sieve.siftCanonical(addresses);
  let at = 0;
  return cells.filter(({ canonical, embedded, isHeld }) => {
    if (!canonical.ok || isHeld) return true;
    const from = at;
    at += 1 + embedded.length;
    return verdicts.subarray(from, at).some((verdict) => verdict !== VERDICT.unanswered);
  });
}
