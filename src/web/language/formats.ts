/** Numbers, dates and shares as the reader writes them. */
export interface Formats {
  readonly locale: string;
  /** `10,000`; takes the decimal digits in which the server writes large numbers, too. */
  readonly count: (value: number | string) => string;
  /** `413 million`, for figures nobody counts to. */
  readonly roundCount: (value: number) => string;
  /** A part of a whole, 0 to 1: `0.002 %`. One significant figure below one per cent, none after the point above. */
  readonly share: (part: number) => string;
  /** A measure with at most two figures after the point. */
  readonly measure: (value: number) => string;
  /** `3 November 2026` */
  readonly day: (iso: string) => string;
  /** `3 November 2026, 14:05` */
  readonly moment: (iso: string) => string;
}

const ROUND_FROM = 1_000_000;

export function makeFormats(locale: string): Formats {
  const plain = new Intl.NumberFormat(locale);
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay: 'long' });
  const fine = new Intl.NumberFormat(locale, { maximumSignificantDigits: 1 });
  const coarse = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const measured = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  return {
    locale,
    count: (value) => plain.format(Number(value)),
    roundCount: (value) => (value < ROUND_FROM ? plain : compact).format(value),
    share: (part) => `${(part < 0.01 ? fine : coarse).format(part * 100)}\u00a0%`,
    measure: (value) => measured.format(value),
    day: (iso) => day.format(new Date(iso)),
    moment: (iso) => moment.format(new Date(iso)),
  };
}
