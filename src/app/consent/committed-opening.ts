import type { Terms } from '../../core/consent/terms.js';
import type { Opening } from '../../core/log/opening.js';

/** What the leaf of a statement commits to, out of what is kept beside it. */
export function committedOpening({
  submitted,
  terms,
}: {
  readonly submitted?: string | undefined;
  readonly terms?: Terms | undefined;
}): Opening {
  return {
    v: 1,
    ...(submitted === undefined ? {} : { submitted }),
    ...(terms === undefined ? {} : { terms }),
  };
}
