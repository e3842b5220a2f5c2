import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Debian keeps the programs of its servers, one folder a release. */
const DEBIAN = '/usr/lib/postgresql';

/** Path of pgbench; undefined where it is not installed. */
export function findPgbench() {
  const releases = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [
    ...(process.env.PATH ?? '').split(':'),
    ...releases.map((release) => join(DEBIAN, release, 'bin')),
  ];
  return places.map((place) => join(place, 'pgbench')).find((path) => existsSync(path));
}

/**
 * Milliseconds of one transaction of a script on average, by one client with prepared statements.
 * @param settings of the session, by name
 */
export async function pgbench(path, { url, script, settings, transactions }) {
  const file = join(tmpdir(), `assent-bench-${process.pid}.sql`);
  await writeFile(file, script);
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  const argv = ['-n', '-M', 'prepared', '-c', '1', '-t', String(transactions), '-f', file, url];
  const { status, stdout, stderr } = spawnSync(path, argv, {
    env: { ...process.env, PGOPTIONS: options.join(' ') },
    encoding: 'utf8',
  });
  await rm(file);
  const [, average] = /latency average = ([\d.]+) ms/.exec(stdout) ?? [];
  if (status !== 0 || average === undefined) throw new Error(`pgbench failed: ${stderr}`);
  return Number(average);
}
