import type { BackupSource } from '../backup-files/read-backup-file.js';

/** Reads a file as often as is asked for, and tells how many bytes were read in all. */
export function countedRead(
  source: BackupSource,
  onProgress: (done: number) => void,
): () => AsyncIterable<Uint8Array> {
  let done = 0;
  return async function* () {
    for await (const bytes of source.read()) {
      done += bytes.length;
      onProgress(done);
      yield bytes;
    }
  };
}
