/**
 * Text as an opening can keep it: canonical JSON has no half surrogate pairs and the database no U+0000. Replaced before
 * the commitment is made, so that what is kept is what was committed to.
 */
export function storableInOpening(text: string): string {
  return text.replace(/[\0\p{Surrogate}]/gu, '\uFFFD');
}
