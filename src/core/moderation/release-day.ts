const DATED = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?!\d)/;

/**
 * The day by which a dataset was out at the latest, `YYYY-MM-DD`, of a release that its publisher dates by day, month or year; undefined
 * of one that is named otherwise. A month or year that is told alone says no more than that it was over.
 */
export function releaseDay(release: string | undefined): string | undefined {
  const [, year, month, day] = DATED.exec(release?.trim() ?? '') ?? [];
  if (year === undefined) return undefined;
  const inMonth = Number(month ?? 12);
  // Day 0 of the month after is the last of this one.
  const last = new Date(Date.UTC(Number(year), inMonth, 0)).getUTCDate();
  return [year, String(inMonth).padStart(2, '0'), day ?? String(last)].join('-');
}
