/** Both ends count; an absent end is open. */
export interface NumberRange {
  readonly least?: number | undefined;
  readonly most?: number | undefined;
}

const NUMBER = /^\d{1,9}(?:\.\d{1,9})?$/;

/**
 * Reads `5..7`, `5..` or `..7`.
 * @returns undefined for anything else
 */
export function parseRange(text: string): NumberRange | undefined {
  const [least, most, ...rest] = text.split('..');
  if (least === undefined || most === undefined || rest.length > 0 || text === '..') return undefined;
  if ([least, most].some((end) => end !== '' && !NUMBER.test(end))) return undefined;
  return {
    ...(least === '' ? {} : { least: Number(least) }),
    ...(most === '' ? {} : { most: Number(most) }),
  };
}
