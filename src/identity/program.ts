import type { Actor } from '../app/actor.js';
import type { Account, ApiKey } from '../app/ports/accounts.js';
import { addressGroup } from './address-group.js';

/** A program that asks: whose requests count together, whether it showed a key, and what that key was given. */
export interface Program {
  readonly countedAs: string;
  readonly hasKey: boolean;
  /** A quota of the key's own. */
  readonly checksPerMinute: number | undefined;
  /** Whether nobody having answered is an opt-out to it. */
  readonly isStrict: boolean;
}

export function programAt(address: string): Program {
  return { countedAs: addressGroup(address), hasKey: false, checksPerMinute: undefined, isStrict: false };
}

/** The keys of an account count together, so that more keys are not more quota; one with a quota of its own counts for itself. */
export function programWithKey(account: Pick<Account, 'id'>, key: ApiKey): Program {
  const { id, checksPerMinute, isStrict } = key;
  const countedAs = checksPerMinute === undefined ? `account ${account.id}` : `key ${id}`;
  return { countedAs, hasKey: true, checksPerMinute, isStrict };
}

/** Somebody signed in at a browser counts as the network that they ask from. */
export function programOfActor(actor: Actor): Program {
  return actor.kind === 'account' && actor.apiKey !== undefined
    ? programWithKey(actor.account, actor.apiKey)
    : programAt(actor.address);
}
