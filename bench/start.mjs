/**
 * How long a registry takes from its start to its first answer (`/readyz`), with an empty log and with a long one, in one run:
 * each as it was left by a stop, and the long one also as it was left by SIGKILL with as much to be done again as there can be.
 * Usage: node bench/start.mjs [LEAVES] [FOLDER]. A million leaves unless it is said; making them takes many minutes, so that
 * a folder that is named is kept, and not made again the next time.
 *
 * The goal is five seconds at a million leaves. A start reads the last file of the journal, at most 64 MiB, and compares its
 * last leaves and the last published root with the database; of the tree it reads the tiles on the right edge. None of it
 * grows with the log. After a crash the database does what its own log holds again, which is kept below 64 MiB too.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { fetch } from 'undici';
import { buildWhatIsMissing } from '../bin/build.mjs';
import { machineLine, median, spread } from './report.mjs';

await buildWhatIsMissing(console.error);
const { growRegistry } = await import('./grown-registry.mjs');

const COMMAND = fileURLToPath(new URL('../bin/assent.mjs', import.meta.url));
const ROUNDS = 7;
const CRASHES = 3;
/** Claimants that declare at once, to fill the database's log before it is killed. */
const CLAIMANTS = 32;
/** One less than those at which the log begins anew. */
const FILES_OF_LOG = 4;

const [leaves = '1000000', place] = process.argv.slice(2);
const data = fileURLToPath(new URL('../data', import.meta.url));
await mkdir(data, { recursive: true, mode: 0o700 });
const folder = await mkdtemp(join(data, 'bench-'));
const grown = place === undefined ? join(folder, 'grown') : resolve(place);
const empty = join(folder, 'empty');

/** Starts a registry as its operator does. Answers how long it took, in milliseconds, and how to end it. */
async function start(home) {
  const from = performance.now();
  const server = spawn(process.execPath, [COMMAND, 'serve'], {
    env: {
      PATH: process.env.PATH,
      ASSENT_DATA: home,
      PORT: '0',
      ASSENT_LOG_LEVEL: 'error',
      ASSENT_ASSERTED_NO_QUOTA: '1000000',
      ASSENT_REQUESTS_PER_MINUTE: '10000000',
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const exited = once(server, 'exit');
  const [printed] = await once(server.stdout, 'data');
  const [url] = /http\S+/.exec(String(printed));
  const { status } = await fetch(`${url}/readyz`);
  const milliseconds = performance.now() - from;
  if (status !== 200) throw new Error(`The registry in ${home} is not ready: ${status}.`);
  const end = async (signal) => {
    server.kill(signal);
    await exited;
  };
  return { milliseconds, url, end };
}

async function startAndStop(home) {
  const { milliseconds, end } = await start(home);
  await end('SIGTERM');
  return milliseconds;
}

/** Declares until the database's log is about to begin anew, and kills the server in the middle of it. */
async function crash(home) {
  const { url, end } = await start(home);
  const ask = await signUp(url);
  const files = async () =>
    (await readdir(join(home, 'database', 'pg_wal'))).filter((name) => /^[0-9A-F]{24}$/.test(name)).length;
  let isEnding = false;
  const claimants = Array.from({ length: CLAIMANTS }, async () => {
    while (!isEnding) await ask(DECLARE, { input: newDeclaration() }).catch(() => undefined);
  });
  while ((await files()) < FILES_OF_LOG) await new Promise((done) => setTimeout(done, 20));
  await end('SIGKILL');
  isEnding = true;
  await Promise.all(claimants);
}

const REGISTER = 'mutation Register($input: RegisterInput!) { register(input: $input) { __typename } }';
const DECLARE =
  'mutation Declare($input: DeclareConsentInput!) { declareConsent(input: $input) { __typename } }';
let declared = 0;

const newDeclaration = () => ({
  kind: 'URL',
  address: `https://artist.example/${process.pid}/${(declared += 1)}.jpg`,
  capacity: 'AUTHOR',
  answers: [{ use: 'TRAIN_AI', preference: 'DENY' }],
});

async function signUp(url) {
  let headers = { 'content-type': 'application/json' };
  const ask = async (query, variables) => {
    const body = JSON.stringify({ query, variables });
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
    return { response, answer: await response.json() };
  };
  const email = `artist-${Date.now()}@example.org`;
  const { response } = await ask(REGISTER, { input: { email, password: 'correct horse battery staple' } });
  const [cookie] = response.headers.getSetCookie()[0].split(';');
  headers = { ...headers, cookie, origin: url };
  return ask;
}

const inSeconds = (values) => `${(median(values) / 1_000).toFixed(2)} s`.padStart(9);

try {
  console.error(`Making ${leaves} leaves in ${grown} …`);
  await growRegistry(grown, Number(leaves), (made) => process.stderr.write(`\r${made} leaves`));
  process.stderr.write('\n');
  await mkdir(empty, { mode: 0o700 });
  await startAndStop(empty);
  await startAndStop(grown);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({ few: await startAndStop(empty), many: await startAndStop(grown) });
  }
  const crashes = [];
  for (let round = 0; round < CRASHES; round += 1) {
    await crash(grown);
    crashes.push({ few: await startAndStop(empty), many: await startAndStop(grown) });
  }
  const times = (all, which) => inSeconds(all.map((one) => one[which]));
  const ratio = (all) => spread(all.map(({ few, many }) => many / few));
  console.log(machineLine());
  console.log(`start to /readyz                  median     against the empty log`);
  console.log(`  empty log                  ${times(rounds, 'few')}`);
  console.log(
    `  ${Number(leaves).toLocaleString('en')} leaves           ${times(rounds, 'many')}     ${ratio(rounds)}`,
  );
  console.log(`    after SIGKILL            ${times(crashes, 'many')}     ${ratio(crashes)}`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
