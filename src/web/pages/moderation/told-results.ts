/** What became of several things that were decided at once, in one sentence: why some were refused is said once for each reason. */
export function toldResults(done: string, results: readonly object[]): string {
  const refusals = results.flatMap((result) =>
    'message' in result && typeof result.message === 'string' ? [result.message] : [],
  );
  return [...(refusals.length < results.length ? [done] : []), ...new Set(refusals)].join(' ');
}
