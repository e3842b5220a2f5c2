/** A number as it is written, with the form that the words beside it take for it. */
export interface Amount {
  readonly shown: string;
  readonly form: Intl.LDMLPluralRule;
}

/** Numbers, dates and shares as the reader writes them. */
export interface Formats {
  readonly locale: string;
  /** `10,000`; takes the decimal digits in which the server writes large numbers, too. */
  readonly count: (value: number | string) => string;
  /** The same, where the things counted are named beside it. */
  readonly amount: (value: number | string) => Amount;
  /** `413 million`, for figures nobody counts to. */
  readonly roundAmount: (value: number | string) => Amount;
  /** A part of a whole, 0 to 1: `0.002 %`. One significant figure below one per cent, none after the point above. */
  readonly share: (part: number) => string;
  /** A measure with at most two figures after the point. */
  readonly measure: (value: number) => string;
  /** A size in bytes in the largest unit of a thousand that it fills: `1.8 MB`. */
  readonly bytes: (value: number) => string;
  /** `November 2026`, of a date that is meant in UTC */
  readonly month: (iso: string) => string;
  /** `3 November 2026` */
  readonly day: (iso: string) => string;
  /** `3 November 2026, 14:05` */
  readonly moment: (iso: string) => string;
}

const ROUND_FROM = 1_000_000;
const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

export function makeFormats(locale: string): Formats {
  const plain = new Intl.NumberFormat(locale);
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay: 'long' });
  const fine = new Intl.NumberFormat(locale, { maximumSignificantDigits: 1 });
  const coarse = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const measured = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const month = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  const forms = new Intl.PluralRules(locale);
  const amount = (value: number | string): Amount => ({
    shown: plain.format(Number(value)),
    form: forms.select(Number(value)),
  });
  return {
    locale,
    count: (value) => plain.format(Number(value)),
    amount,
    // Written in millions it is spoken of like a round million, whatever was rounded away.
    roundAmount: (value) =>
      Number(value) < ROUND_FROM
        ? amount(value)
        : { shown: compact.format(Number(value)), form: forms.select(ROUND_FROM) },
    share: (part) => `${(part < 0.01 ? fine : coarse).format(part * 100)}\u00a0%`,
    measure: (value) => measured.format(value),
    bytes: (value) => {
      const thousands = Math.min(Math.floor(Math.log10(Math.max(value, 1)) / 3), BYTE_UNITS.length - 1);
      const unit = BYTE_UNITS[thousands] ?? 'byte';
      const unitDisplay = unit === 'byte' ? 'long' : 'short';
      const written = { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 } as const;
      return new Intl.NumberFormat(locale, written).format(value / 1000 ** thousands);
    },
    month: (iso) => month.format(new Date(iso)),
    day: (iso) => day.format(new Date(iso)),
    moment: (iso) => moment.format(new Date(iso)),
  };
}
