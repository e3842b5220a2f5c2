/**
 * Loaded into a server before anything else: the disk under its data folder fails in the way that the file named in
 * ASSENT_TEST_DISK says, for as long as it says so. `full`: nothing is free any more. `quota`: the journal cannot become
 * longer, although something is free. `sync`: the next sync of the journal fails, and those after it do not, as Linux has
 * it. `wal-sync`: the same of the database's log.
 */
import fs from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const { ASSENT_DATA: data, ASSENT_TEST_DISK: script } = process.env;
const { open, statfs } = promises;
const hasFailed = new Set();
const JOURNAL = '/log/journal/';

function trouble() {
  return fs.existsSync(script) ? fs.readFileSync(script, 'utf8') : '';
}

function failure(code, call) {
  return Object.assign(new Error(`${code}: ${call}`), { code, syscall: call });
}

function failsSync(path) {
  const kind = trouble();
  const place = { sync: JOURNAL, 'wal-sync': '/database/pg_wal/' }[kind];
  if (place === undefined || hasFailed.has(kind) || !path.startsWith(data + place)) return false;
  hasFailed.add(kind);
  return true;
}

promises.open = async (path, ...rest) => {
  const handle = await open(path, ...rest);
  for (const sync of ['sync', 'datasync']) {
    const really = handle[sync].bind(handle);
    handle[sync] = () => (failsSync(String(path)) ? Promise.reject(failure('EIO', 'fsync')) : really());
  }
  const write = handle.write.bind(handle);
  handle.write = async (bytes, offset, length, position) => {
    const end = (position ?? 0) + (length ?? bytes.length);
    if (
      trouble() === 'quota' &&
      String(path).startsWith(data + JOURNAL) &&
      end > (await handle.stat()).size
    ) {
      throw failure('ENOSPC', 'write');
    }
    return write(bytes, offset, length, position);
  };
  return handle;
};

promises.statfs = async (path, ...rest) => {
  const found = await statfs(path, ...rest);
  return trouble() === 'full' ? { ...found, bavail: 0 } : found;
};
syncBuiltinESMExports();
