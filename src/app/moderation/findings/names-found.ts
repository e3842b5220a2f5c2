import { namedInCaptions, type NamedInCaptions } from '../../../core/moderation/caption-names.js';
import type { Registry } from '../../registry.js';
import type { LookedSide } from './side.js';

/** Whom the captions of what was found name. */
export interface NamesFound extends NamedInCaptions {
  /** How many captions were read. */
  readonly captions: number;
  /** Whether the claimant has told any name that their work goes by. */
  readonly hasOwnNames: boolean;
}

/** Undefined where no caption names anybody, and the claimant has told no name to look for. */
export async function namesFound(
  { store }: Registry,
  { claim, pictures }: LookedSide,
): Promise<NamesFound | undefined> {
  if (pictures.length === 0) return undefined;
  const { accountId } = claim;
  const ownNames = accountId === undefined ? [] : await store.artistNames.ofAccount(accountId);
  const named = namedInCaptions(
    pictures.map(({ entry }) => entry),
    ownNames,
  );
  if (ownNames.length === 0 && named.others.length === 0) return undefined;
  return { ...named, captions: pictures.length, hasOwnNames: ownNames.length > 0 };
}
