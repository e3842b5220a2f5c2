import { bytesToHex } from '@noble/hashes/utils.js';
import type { KnownHash } from '../../../core/likeness/parse-known-hashes.js';
import { LEAST_QUALITY } from '../../../core/likeness/too-plain.js';
import type { PdqFingerprint } from '../../../core/likeness/fingerprint.js';
import type { Stores } from '../../ports/registry-store.js';
import type { Work, WorkMatchMethod } from '../../ports/works.js';

/** What a moderator found illegal: what lies at an address, in its canonical form, or a work. */
export type IllegalThing = { readonly address: string } | { readonly work: Work };

/** Rows of one address that are looked at for what is known of the picture there, and addresses of one work. */
const MOST = 1_000;

/** By these a machine has seen that the very picture lies there. What a claimant named is their word alone. */
const SEEN: ReadonlySet<WorkMatchMethod> = new Set(['sha256', 'md5', 'pdq']);

interface Recognised {
  readonly sha256?: Uint8Array | undefined;
  readonly md5?: Uint8Array | undefined;
  readonly whole?: PdqFingerprint | undefined;
}

/** Hashes of what lies at an address, as datasets tell them and as was seen when somebody looked. */
export async function hashesAtAddress(stores: Stores, address: string): Promise<KnownHash[]> {
  const entries = await stores.entries.atAddress(address, MOST);
  const looks = entries.length === 0 ? [] : await stores.fingerprints.ofEntries(entries);
  return [...entries, ...looks.flatMap((look) => look?.picture ?? [])].flatMap(hashesOf);
}

/** Hashes of a work, and the addresses at which a machine has found it. */
export async function hashesOfWork(
  stores: Stores,
  work: Work,
): Promise<{ readonly addresses: string[]; readonly hashes: KnownHash[] }> {
  const matches = await stores.works.standingMatches(work.id, MOST);
  const addresses = matches.flatMap(({ canonical, method }) =>
    canonical !== undefined && SEEN.has(method) ? [canonical] : [],
  );
  return { addresses, hashes: hashesOf({ ...work, whole: work.picture }) };
}

/** A plain picture is known by its bytes alone: its hash would hide others with it. */
function hashesOf({ sha256, md5, whole }: Recognised): KnownHash[] {
  return [
    ...(sha256 ? [{ algorithm: 'sha256', hex: bytesToHex(sha256) } as const] : []),
    ...(md5 ? [{ algorithm: 'md5', hex: bytesToHex(md5) } as const] : []),
    ...(whole && whole.quality >= LEAST_QUALITY
      ? [{ algorithm: 'pdq', hex: bytesToHex(whole.hash) } as const]
      : []),
  ];
}
