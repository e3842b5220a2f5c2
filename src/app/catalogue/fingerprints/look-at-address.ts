import type { NewPictureLook } from '../../ports/fingerprints.js';
import type { ScreenedPlace } from '../../ports/screening.js';
import type { Registry } from '../../registry.js';
import { isScreenedAddress } from '../safety/is-screened.js';
import { WITHHELD } from '../safety/shown-entries.js';
import { fingerprintBytes, type FingerprintOptions } from './fingerprint-bytes.js';
import { pictureRefusal } from './picture-refusal.js';

const LIMITS = { maxBytes: 10_000_000, timeoutMs: 20_000, maxRedirects: 5 };

/** What came of asking for a picture, and whether its host said or showed that it is asked too much. */
export interface AddressLook {
  readonly look: Pick<NewPictureLook, 'picture' | 'problem'>;
  readonly isHostTroubled: boolean;
}

/** Fetches the picture at an address and keeps its fingerprints. */
export async function lookAtAddress(
  registry: Pick<Registry, 'outgoing' | 'pictures' | 'screening' | 'clock' | 'sha256'>,
  place: ScreenedPlace & { readonly kind: 'fetch' },
  { timeoutMs, ...options }: FingerprintOptions & { readonly timeoutMs?: number } = {},
): Promise<AddressLook> {
  if (await isScreenedAddress(registry, place)) return { look: { problem: WITHHELD }, isHostTroubled: false };
  let answer;
  try {
    answer = await registry.outgoing.get(place.url, {
      ...LIMITS,
      timeoutMs: Math.ceil(Math.min(LIMITS.timeoutMs, timeoutMs ?? Infinity)),
    });
  } catch (error) {
    const refusal = pictureRefusal(error);
    if (refusal === undefined) throw error;
    return { look: { problem: refusal.code }, isHostTroubled: HOST_TROUBLES.has(refusal.code) };
  }
  const { status, body } = answer;
  if (status !== 200) {
    return { look: { problem: `status-${status}` }, isHostTroubled: status === 429 || status >= 500 };
  }
  return { look: await fingerprintBytes(registry, body, place, options), isHostTroubled: false };
}

const HOST_TROUBLES: ReadonlySet<string> = new Set([
  'connection-failed',
  'name-not-found',
  'timed-out',
  'tls-failed',
]);
