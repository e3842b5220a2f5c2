import { joinHashLists } from '../../../core/likeness/join-hash-lists.js';
import { type HashList, KnownHashes } from '../../../core/likeness/known-hashes.js';
import type { HiddenStore } from '../../ports/hidden.js';
import type { Screening } from '../../ports/screening.js';

/**
 * The operator's list, and with it what moderators hid. Whether that changed is asked each time, so that what one server hides every
 * other one hides with its next answer.
 */
export function screenHidden(
  operators: Screening,
  hidden: Pick<HiddenStore, 'change' | 'hashes'>,
): Screening {
  let ours: { readonly change: bigint; readonly list: HashList | undefined } | undefined;
  let joined: { readonly of: readonly (HashList | undefined)[]; readonly list: HashList } | undefined;
  return {
    async list() {
      const change = await hidden.change();
      if (ours?.change !== change) {
        const hashes = await hidden.hashes();
        ours = { change, list: hashes.length === 0 ? undefined : new KnownHashes(hashes) };
      }
      const both = [await operators.list(), ours.list];
      if (joined?.of.every((list, at) => list === both[at]) !== true) {
        joined = { of: both, list: joinHashLists(both.filter((list) => list !== undefined)) };
      }
      return joined.list.size === 0 ? undefined : joined.list;
    },
    report: (met) => operators.report(met),
  };
}
