import { keptForLong } from '../../browser/kept.js';

const KEY = 'assent.registered-files';
/** As much as browsers keep of one site without asking. */
const MOST_KEPT = 20_000;

/**
 * Which files were registered from this browser, so that a run that was cut passes over them. Where nothing may be kept they are
 * fingerprinted once more, and the registry knows them by their bytes.
 */
export function keptProgress(account: string) {
  const name = `${KEY}.${account}`;
  const names = new Set((keptForLong.read(name) ?? '').split('\n').filter((line) => line !== ''));
  return {
    has: (file: File): boolean => names.has(nameOf(file)),
    add(files: readonly File[]): void {
      for (const file of files) {
        names.add(nameOf(file));
      }
      keptForLong.write(name, [...names].slice(-MOST_KEPT).join('\n'));
    },
  };
}

function nameOf({ name, size, lastModified }: File): string {
  return `${name.replaceAll('\n', ' ').slice(-60)} ${size} ${lastModified}`;
}
