import { canonicalUrl } from '../../../core/url/canonical-url.js';
import { invalidInput, type InvalidInput } from '../../accounts/refusals.js';
import type { SignedInActor } from '../../actor.js';
import { findEntry } from '../../catalogue/entries/find-entry.js';
import { refuse, type Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { finishHiding } from './finish-hiding.js';
import type { IllegalThing } from './hashes-of.js';
import { type HiddenNow, hideInTransition } from './hide-in-transition.js';

/** Exactly one of them. */
export interface HideIllegalInput {
  readonly address?: string | undefined;
  readonly entryId?: string | undefined;
  readonly workId?: string | undefined;
}

export type HideIllegalResult =
  { readonly ok: true; readonly hidden: HiddenNow } | InvalidInput | Refusal<'NOT_FOUND'>;

/**
 * Hides at once and from everybody what may be shown to nobody: one address with all its rows, or a work with the addresses at which a
 * machine has found it. One moderator does it alone; showing it again takes two.
 */
export async function hideIllegal(
  registry: Registry,
  moderator: SignedInActor,
  input: HideIllegalInput,
): Promise<HideIllegalResult> {
  const thing = await thingMeant(registry, input);
  if ('ok' in thing) return thing;
  const hidden = await registry.log.sequence((stores, at) =>
    hideInTransition(registry, stores, moderator, thing, at),
  );
  await finishHiding(registry, hidden);
  return { ok: true, hidden };
}

async function thingMeant(
  registry: Registry,
  { address, entryId, workId }: HideIllegalInput,
): Promise<IllegalThing | InvalidInput | Refusal<'NOT_FOUND'>> {
  const given = [address, entryId, workId].filter((one) => one !== undefined);
  if (given.length !== 1) {
    return invalidInput('address', 'Exactly one of address, entry and work is needed.', 'Give one of them.');
  }
  if (address !== undefined) {
    const canonical = canonicalUrl(address);
    return canonical.ok
      ? { address: canonical.url }
      : invalidInput('address', 'This is not a web address.', 'Copy it from the report.');
  }
  if (entryId !== undefined) {
    const found = await findEntry(registry, entryId);
    return found ? { address: found.entry.canonical } : notThere();
  }
  const [work] = await registry.store.works.byIds([workId ?? '']);
  return work ? { work } : notThere();
}

function notThere(): Refusal<'NOT_FOUND'> {
  return refuse('NOT_FOUND', 'There is no such thing, or it is hidden already.', 'Go on with the next one.');
}
