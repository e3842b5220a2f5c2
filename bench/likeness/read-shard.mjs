/** Pictures of an img2dataset shard: a tar of `KEY.jpg`, `KEY.txt`, `KEY.json` (POSIX.1-1988, names within 100 bytes). */
import { readFile } from 'node:fs/promises';

const BLOCK = 512;

/** In the order of the shard, each with who made it. */
export async function readShard(path) {
  const files = entriesOf(await readFile(path));
  return [...files.keys()]
    .filter((name) => name.endsWith('.jpg'))
    .map((name) => ({
      bytes: files.get(name),
      creator: JSON.parse(files.get(name.replace(/jpg$/, 'json')).toString()).creator,
    }));
}

function entriesOf(tar) {
  const files = new Map();
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0;) {
    const name = tar.toString('latin1', at, at + 100).replace(/\0.*$/s, '');
    const size = parseInt(tar.toString('latin1', at + 124, at + 136), 8);
    files.set(name, tar.subarray(at + BLOCK, at + BLOCK + size));
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}
