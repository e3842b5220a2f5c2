/**
 * Takes the pictures of docs/pictures from a registry of its own, filled with the demo catalogue, and puts them in their place.
 * Usage: npm run pictures
 * Needs Chromium (Debian's package, or CHROMIUM=/path/to/it). Everybody in them is a role.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import sharp from 'sharp';

const PHONE = { viewport: { width: 360, height: 900 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const DESKTOP = { viewport: { width: 1280, height: 900 } };
const PASSWORD = 'four unrelated plain words';
const PLACES = ['paintings.example/fox.jpg', 'paintings.example/owl.jpg'];

const folder = await mkdtemp(join(tmpdir(), 'assent-pictures-'));
const port = await freePort();
const environment = { ...process.env, PORT: String(port), ASSENT_DATA: folder, ASSENT_LOG_LEVEL: 'error' };
const server = spawn(process.execPath, ['bin/assent.mjs', 'serve', '--demo'], {
  env: environment,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const base = `http://localhost:${port}`;
await ready();
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const visitor = await arrive(DESKTOP);
  await take(visitor, '/', 'home');
  await take(visitor, '/build', 'builder');
  await take(visitor, '/datasets/demo', 'dataset');
  await take(await arrive(PHONE), '/search?q=otter', 'search-phone');
  const dark = await arrive({ ...PHONE, colorScheme: 'dark', locale: 'es' });
  await take(dark, '/search?q=acuarela', 'search-phone-dark-es');

  const artist = await arrive(DESKTOP);
  await register(artist, 'artist@example.org');
  for (const address of PLACES) await sayNo(artist, address);
  await take(artist, '/desk', 'artist');
  const claims = await ask(artist, '{ viewer { claims(first: 5) { edges { node { id } } } } }');
  for (const { node } of claims.viewer.claims.edges) {
    await ask(artist, 'mutation ($input: AddEvidenceInput!) { addEvidence(input: $input) { __typename } }', {
      input: { claimId: node.id, text: 'The plate, with the date in its corner.' },
    });
  }
  await take(await moderator(), '/moderation', 'moderator');
} finally {
  await browser.close();
  const gone = once(server, 'exit');
  server.kill();
  await gone;
  await rm(folder, { recursive: true, force: true });
}

async function arrive(device) {
  return browser.newContext({
    baseURL: base,
    locale: 'en-GB',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    ...device,
  });
}

async function take(context, path, name) {
  const page = await context.newPage();
  await page.goto(path);
  await page.locator('[class^="skeleton"]').first().waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle');
  const taken = await page.screenshot();
  await page.close();
  await sharp(taken)
    .png({ palette: true, quality: 80, effort: 10 })
    .toFile(join('docs', 'pictures', `${name}.png`));
  console.log(`docs/pictures/${name}.png`);
}

async function ask(context, query, variables) {
  const response = await context.request.post('/graphql', {
    data: { query, variables },
    headers: { origin: base },
  });
  const { data, errors } = await response.json();
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

async function register(context, email) {
  await ask(context, 'mutation ($input: RegisterInput!) { register(input: $input) { __typename } }', {
    input: { email, password: PASSWORD },
  });
}

async function sayNo(context, address) {
  await ask(
    context,
    'mutation ($input: DeclareConsentInput!) { declareConsent(input: $input) { __typename } }',
    {
      input: {
        kind: 'URL',
        address,
        answers: [{ use: 'TRAIN_AI', preference: 'DENY' }],
        capacity: 'AUTHOR',
        ownWorks: true,
      },
    },
  );
}

async function moderator() {
  const email = 'moderator@example.org';
  const made = spawnSync(
    process.execPath,
    ['bin/assent.mjs', 'user', 'create', '--role', 'moderator', '--email', email],
    {
      env: environment,
      encoding: 'utf8',
    },
  );
  const password = /^Password: (.+)$/m.exec(made.stdout)?.[1];
  if (password === undefined) throw new Error(made.stderr);
  const context = await arrive(DESKTOP);
  await ask(
    context,
    'mutation ($input: SignInWithPasswordInput!) { signInWithPassword(input: $input) { __typename } }',
    {
      input: { email, password },
    },
  );
  return context;
}

/** Goes on listening, since a server whose output nobody takes stops. */
function ready() {
  return new Promise((resolve, reject) => {
    server.stdout.on('data', (chunk) => {
      if (String(chunk).includes('Assent is ready')) resolve();
    });
    server.once('exit', () => reject(new Error('The server did not start.')));
  });
}

async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port: free } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return free;
}
