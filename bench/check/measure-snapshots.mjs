/** P12: what a snapshot weighs, how long opening it takes beside `sha256sum`, and until a command has its first answer. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BENCH_TRUST } from './made-snapshot.mjs';
import { runChecker } from './run-checker.mjs';
import { against, heading, inTurn, line } from './turns.mjs';

const built = (path) => import(`../../dist/server/src/${path}.js`);
const { openSnapshot } = await built('app/snapshots/find-snapshot');
const { snapshotFolderAt } = await built('snapshot-files/snapshot-folder');

const PEER = 'sha256sum of its files';

export async function measureSnapshots({ rounds, inFolder, made: { fewKeys, ms, delta } }) {
  const source = snapshotFolderAt(inFolder('snapshots'));
  const [size] = await source.sizes();
  const path = inFolder(`snapshots/${size}`);
  const files = (await readdir(path)).map((name) => join(path, name));
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  const single = inFolder('one.txt');
  await writeFile(single, 'https://artist-1.example/works/1.jpg\n');
  const took = await inTurn(rounds, {
    [PEER]: () => execFileSync('sha256sum', files, { stdio: 'ignore' }),
    'opened and verified': () => openSnapshot(source, BENCH_TRUST),
    'the same digests by Node, one by one': async () => {
      for (const file of files)
        createHash('sha256')
          .update(await readFile(file))
          .digest();
    },
    'first answer of a command, all keys': () => runChecker(single, inFolder('snapshots')),
    [`first answer of a command, ${fewKeys} keys`]: () => runChecker(single, inFolder('few')),
    'a process of Node that does nothing': () => execFileSync(process.execPath, ['-e', '0']),
  });
  const mebibytes = sizes.reduce((sum, bytes) => sum + bytes) / 2 ** 20;
  heading(`P12 snapshots, of all keys ${mebibytes.toFixed(0)} MiB`, 'time', 'rate, of sha256sum');
  for (const name of Object.keys(took)) {
    line(name, `${(Math.min(...took[name]) / 1e6).toFixed(0)} ms`, against(took, name, PEER));
  }
  line('making one, object by object', `${fewKeys} keys in ${(ms / 1000).toFixed(1)} s`);
  const [overlay, whole] = [delta.overlay, delta.bytes].map((bytes) => (bytes / delta.keys).toFixed(1));
  line(
    'a delta',
    `${delta.keys} changed keys: ${overlay} bytes a key of overlay, ${whole} with what was said`,
  );
}
