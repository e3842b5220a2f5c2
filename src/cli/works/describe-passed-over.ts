import { count } from '../count.js';

/**
 * Says how many files of a folder were not looked at, by how their names end, so that nobody takes them for registered.
 * @param kinds one for each file, empty where a name has no ending
 */
export function describePassedOver(kinds: readonly string[]): string {
  const tally = new Map<string, number>();
  for (const kind of kinds) tally.set(kind, (tally.get(kind) ?? 0) + 1);
  const told = [...tally]
    .sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1))
    .map(([kind, many]) => `${kind === '' ? 'no ending' : kind} ${count(many)}`);
  return `${count(kinds.length)} files passed over, which are not registered: ${told.join(', ')}.
Read are JPEG, PNG, WebP, GIF, AVIF, TXT, MD, WAV, FLAC and MP3; links are not followed.
`;
}
