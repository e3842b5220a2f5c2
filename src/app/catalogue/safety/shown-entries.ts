import { bytesToHex } from '@noble/hashes/utils.js';
import type { HashList, KnownHashMatch } from '../../../core/likeness/known-hashes.js';
import { LEAST_QUALITY } from '../../../core/likeness/too-plain.js';
import type { Entry } from '../../ports/catalogue.js';
import type { FingerprintStore, PictureLook } from '../../ports/fingerprints.js';
import type { Screening } from '../../ports/screening.js';
import type { Clock, Sha256 } from '../../ports/surroundings.js';
import { screenedAddress } from './screened-address.js';

/** What a look ends with when the picture was on the operator's list: nothing of it is kept. */
export const WITHHELD = 'withheld';

export interface Screened {
  readonly fingerprints: Pick<FingerprintStore, 'ofEntries'>;
  readonly screening: Screening;
  readonly clock: Clock;
  readonly sha256: Sha256;
}

/**
 * The entries that may be shown, in their places; undefined instead of those whose picture is shown to nobody, by its address, by what
 * the dataset says of it, or by what was seen when somebody looked. Those are reported.
 */
export async function shownEntries<Row extends Entry | undefined>(
  { fingerprints, screening, clock, sha256 }: Screened,
  entries: readonly Row[],
): Promise<(Row | undefined)[]> {
  const list = await screening.list();
  if (list === undefined) return [...entries];
  const rows = entries.filter((entry) => entry !== undefined);
  const looks = (rows.length === 0 ? [] : await fingerprints.ofEntries(rows)).values();
  const shown: (Row | undefined)[] = [];
  for (const entry of entries) {
    const look = entry && looks.next().value;
    const match = entry && knownBy(list, entry, look, sha256);
    if (entry && match) {
      const { url, datasetId, rowId } = entry;
      const place = { kind: 'display', url, datasetId, rowId: bytesToHex(rowId) } as const;
      await screening.report({ place, match, at: clock() });
    }
    shown.push(match === undefined && look?.problem !== WITHHELD ? entry : undefined);
  }
  return shown;
}

function knownBy(
  list: HashList,
  entry: Entry,
  look: PictureLook | undefined,
  sha256: Sha256,
): KnownHashMatch | undefined {
  const picture = look?.picture;
  return (
    screenedAddress(list, entry.canonical, sha256) ??
    list.byDigests(entry) ??
    (picture && list.byDigests(picture)) ??
    (picture && picture.whole.quality >= LEAST_QUALITY ? list.byPicture([picture.whole.hash]) : undefined)
  );
}
