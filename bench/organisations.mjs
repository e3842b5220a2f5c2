// A list of members handed in as `assent organisation members add` does, killed in the middle with SIGKILL, and gone on with.
// node bench/organisations.mjs [members] [addresses of each]
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

const members = Number(process.argv[2] ?? 5_000);
const each = Number(process.argv[3] ?? 40);
const folder = mkdtempSync(join(tmpdir(), 'assent-organisations-'));
const assent = join(import.meta.dirname, '../bin/assent.mjs');
const env = {
  ...process.env,
  ASSENT_DATA: join(folder, 'data'),
  ASSENT_MAIL_FROM: 'Assent <registry@assent.example>',
};

mkdirSync(env.ASSENT_DATA);
const lines = Array.from({ length: members * each }, (_, at) => {
  const member = Math.floor(at / each);
  return `M-${member},Member ${member},member-${member}@example.org,https://shop.example/${member}/${at}.png`;
});
const list = join(folder, 'members.csv');
writeFileSync(list, `reference,name,email,address\n${lines.join('\n')}\n`);

// Mails are not sent while a command runs; that somebody takes them is all that is needed.
const sink = createServer().listen(0, '127.0.0.1');
await new Promise((done) => sink.once('listening', done));
env.ASSENT_SMTP_URL = `smtp://127.0.0.1:${sink.address().port}`;

const organisation = JSON.parse(
  execFileSync('node', [join(import.meta.dirname, 'organisations/make-organisation.mjs')], {
    env,
    encoding: 'utf8',
  }),
);
const results = join(folder, 'results.csv');
const args = ['organisation', 'members', 'add', list, '--organisation', organisation.id];
args.push('--account', organisation.owner, '--results', results);
const written = () => readFileSync(results, { encoding: 'utf8', flag: 'a+' }).split('\r\n').length - 2;

const began = performance.now();
const first = spawn('node', [assent, ...args], { env, stdio: 'inherit' });
const ended = new Promise((done) => first.once('exit', done));
while (written() < lines.length / 2 && first.exitCode === null) await pause(200);
first.kill('SIGKILL');
await ended;
const killedAt = written();
const killedAfter = (performance.now() - began) / 1_000;
console.log(`killed after ${killedAfter.toFixed(1)} s with ${killedAt} lines told of ${lines.length}`);
const again = performance.now();
console.log(execFileSync('node', [assent, ...args], { env, encoding: 'utf8' }));
const rest = (performance.now() - again) / 1_000;
console.log(`gone on with for ${rest.toFixed(1)} s; ${written()} lines told`);
console.log(`${Math.round(lines.length / (killedAfter + rest))} lines a second in all`);
sink.close();
rmSync(folder, { recursive: true });
