import { UNSAFE_ABOVE, UNSAFE_WORD } from '../core/search/safety.js';

/** Rows that are not `unsafe` by the rule of `safetyOf`. */
export const NOT_HIDDEN = `coalesce(punsafe, 0) <= ${UNSAFE_ABOVE} AND upper(btrim(coalesce(nsfw, ''))) <> '${UNSAFE_WORD}'`;
