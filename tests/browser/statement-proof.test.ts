import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import jsQr from 'jsqr';
import type { Route } from 'playwright-core';
import sharp from 'sharp';
import { openSmtpInbox, type SmtpInbox } from '../identity/smtp-inbox.js';
import { describeInBrowser } from '../support/browser.js';
import { obstacles } from '../support/browser-obstacles.js';
import { Stage } from '../support/browser-stage.js';
import { DESKTOP, PHONE, type Visitor } from '../support/browser-visitor.js';
import { NO_MISHAPS } from '../support/browser-watch.js';
import { runCommand } from '../support/server-process.js';
import { GraphqlClient } from '../support/graphql-client.js';
import { makeKey, makeWitness } from '../verifier/make-log.js';

const PASSWORD = 'four unrelated plain words';

const VERIFIED = 'Verified in your browser.';
const FAILED = 'The proof has FAILED.';
const SUBMITTED = 'https://paintings.example/works/fox.jpg?utm_source=mail';
/** As long as everything may be, in the letters that take the most room. */
const LONGEST = {
  address: `https://paintings.example/${'WIDE-NAME/'.repeat(15)}${'W'.repeat(200)}.jpg`,
  terms: {
    credit: 'W'.repeat(500),
    contact: 'W '.repeat(249),
    licenceUrl: `https://paintings.example/${'W'.repeat(2000)}`,
    feeUrl: `https://paintings.example/${'M'.repeat(2000)}`,
  },
};

/** What the server says of a statement; its first answer holds no keys. */
interface Told {
  statement: Record<string, unknown>;
  log: { verifierKeys: string[] };
}

describeInBrowser('the page of a statement', () => {
  let inbox: SmtpInbox;
  let stage: Stage;
  let visitor: Visitor;
  let no: string;
  let onTerms: string;
  let withdrawn: string;
  let key: string;

  beforeAll(async () => {
    inbox = await openSmtpInbox();
    stage = await Stage.open({
      ASSENT_SMTP_URL: inbox.url,
      ASSENT_MAIL_FROM: 'Assent <registry@assent.example>',
    });
    visitor = await stage.visitor(DESKTOP);
    await ask(
      `mutation { register(input: { email: "painter@example.org", password: "${PASSWORD}" }) { __typename } }`,
    );
    no = await declare({ address: SUBMITTED, answers: [{ use: 'TRAIN_AI', preference: 'DENY' }] });
    onTerms = await declare({
      ...LONGEST,
      ownWorks: true,
      expiresAt: '2040-01-01T00:00:00Z',
      answers: [{ use: 'TEXT_AND_DATA_MINING', preference: 'CONDITIONAL' }],
    });
    withdrawn = await declare({
      address: 'https://paintings.example/owl.jpg',
      answers: [{ use: 'SEARCH', preference: 'DENY' }],
    });
    await ask(`mutation { withdrawStatement(input: { statementId: "${withdrawn}" }) { __typename } }`);
    const { log } = await ask<{ log: { verifierKeys: string[] } }>('{ log { verifierKeys } }');
    [key = ''] = log.verifierKeys;
  });

  afterEach(async () => {
    await visitor.page.unrouteAll();
    await visitor.page.evaluate('sessionStorage.clear()');
    expect(visitor.mishaps).toEqual(NO_MISHAPS);
  });

  afterAll(async () => {
    await stage.close();
    await inbox.close();
  });

  it('verifies the proof by itself, and shows key, place and size', async () => {
    const loaded = scriptsLoaded();
    await visitor.open('/');
    expect(await loaded()).not.toContain('verify-in-browser');
    await visitor.open(`/statements/${no}`);
    await visitor.read(VERIFIED);
    expect(await loaded()).toContain('verify-in-browser');
    const text = await visitor.text();
    expect(text).toContain(key);
    expect(text).toMatch(/Key that signed\s+\S+ [0-9a-f]{8}, as this registry publishes it/);
    expect(text).toMatch(/Line in the log\s+\d+\s+Lines under the signature\s+\d+/);
    expect(text).toContain('No witness has cosigned this checkpoint.');
  });

  it('and the desk say whose run used a snapshot with it, once a builder chose to be named beside a check', async () => {
    const { home, server } = stage;
    await visitor.open('/transparency');
    await visitor.read('Nobody has chosen to be named yet.');
    const made = await runCommand(home, 'user', 'create', '--role', 'builder', '--email', 'lab@example.org');
    const password = /Password: (\S+)/.exec(made.stdout)?.[1];
    const builder = new GraphqlClient(server.url);
    await builder.ask(
      `mutation($input: SignInWithPasswordInput!) { signInWithPassword(input: $input) { __typename } }`,
      { input: { email: 'lab@example.org', password } },
    );
    const { createApiKey } = await builder.ask<{ createApiKey: { secret: string } }>(
      `mutation { createApiKey(input: { name: "runs", scopes: [DECLARE] }) { ... on CreateApiKeyPayload { secret } } }`,
    );
    await writeFile(join(home.folder, 'lab.apikey'), createApiKey.secret);
    await writeFile(join(home.folder, 'rows.csv'), `url\n${SUBMITTED}\nhttps://elsewhere.example/1.jpg\n`);
    const checked = await runCommand(home, 'check', 'rows.csv', '--use', 'train-ai', '--receipt', 'r.json');
    expect(checked).toMatchObject({ exit: 0 });
    const named = ['--named', 'Example Lab', '--key-file', 'lab.apikey', '--yes'];
    const sent = await runCommand(
      home,
      'receipt',
      'countersign',
      'r.json',
      '--registry',
      server.url,
      ...named,
    );
    expect(sent).toMatchObject({ exit: 0, stdout: expect.stringContaining('is in the log') });

    await visitor.open('/transparency');
    await visitor.read('Example Lab');
    const told = await visitor.text();
    expect(told).toMatch(/Example Lab\s+What somebody calls themselves\..*\s+Runs\s+1\s/);
    expect(told).toMatch(/Rows checked\s+2\s+Of them denied\s+50\s%/);
    await visitor.pressOn(visitor.page.locator('summary', { hasText: 'Their last runs' }));
    const proof = await visitor.page.locator('.builder a').getAttribute('href');
    const leaf = await (await fetch(server.url + (proof ?? ''))).text();
    const [, extra = ''] = /^extra (.+)$/m.exec(leaf) ?? [];
    expect(Buffer.from(extra, 'base64').toString()).toContain(
      '"answers":{"ALLOWED":0,"CONDITIONAL":0,"DENIED":1,"UNKNOWN":1}',
    );
    expect(await obstacles(visitor)).toEqual([]);
    for (const path of ['/desk', `/statements/${no}`]) {
      await visitor.open(path);
      await visitor.read(/1 named run used a snapshot containing/);
      expect(await visitor.text()).toMatch(/Example Lab \(as they call themselves\), 1 run/);
    }
  });

  it('shows every step, so that it can be done again with nothing but a hash', async () => {
    await visitor.open(`/statements/${onTerms}`);
    await visitor.pressOn(visitor.page.locator('summary', { hasText: 'Every step' }));
    await visitor.page.locator('.derivation').waitFor();
    const [opening, leaf, leafHash, ...way] = await stepsShown();
    const [words = '', salt = '', commitment = ''] = opening?.codes ?? [];
    expect(hash(Buffer.from(salt, 'base64'), Buffer.from(words))).toBe(commitment);
    const [text = ''] = leaf?.codes ?? [];
    expect(JSON.parse(text)).toMatchObject({ preference: 'conditional', opening: commitment });
    expect(leafHash?.codes).toEqual([hash(Buffer.of(0), Buffer.from(text))]);
    let reached = onTerms;
    expect(leafHash?.codes).toEqual([reached]);
    const [root, note] = way.splice(-2);
    for (const { title, codes } of way) {
      const [sibling = '', together] = codes;
      const pair = title.includes('on the left') ? sibling + reached : reached + sibling;
      reached = hash(Buffer.of(1), Buffer.from(pair, 'hex'));
      expect(together).toBe(reached);
    }
    expect(root?.codes).toEqual([Buffer.from(reached, 'hex').toString('base64')]);
    expect(note?.codes[0]?.split('\n')[2]).toBe(root?.codes[0]);
  });

  it.each<[string, (told: Told) => void, string]>([
    [
      'a hash of the proof',
      ({ statement }) => {
        change(statement, 'proof', /(?<=index \d+\n)./);
      },
      'The hashes do not lead',
    ],
    [
      'the root that was signed',
      ({ statement }) => {
        change(statement, 'proof', /(?<=\n\n.*\n\d+\n)./);
      },
      'The signature is not by',
    ],
    [
      'the signature',
      ({ statement }) => {
        change(statement, 'proof', /.(?=.{8}\n$)/);
      },
      'The signature is not by',
    ],
    ['the answer', ({ statement }) => (statement['preference'] = 'ALLOW'), 'This page says something else'],
    [
      'the address',
      ({ statement }) => (statement['address'] = 'paintings.example/owl.jpg'),
      'This page says something else',
    ],
    [
      'the line of the log',
      ({ statement }) => {
        change(statement, 'leaf', /deny/, 'allow');
      },
      'The line of the log that was sent',
    ],
    [
      'the exact words',
      ({ statement }) => {
        change(statement, 'opening', /fox/, 'cat');
      },
      'The exact words or terms',
    ],
    [
      'the key',
      ({ log }) => (log.verifierKeys = [makeKey('registry.example/log', 2).vkey]),
      'None of the trusted keys',
    ],
  ])('says loudly that it fails when somebody changes %s on the way', async (_what, alter, reason) => {
    await visitor.page.route('**/graphql', (route) => altered(route, alter));
    await visitor.open(`/statements/${no}`);
    await visitor.read(FAILED);
    expect(await visitor.page.getByRole('alert').innerText()).toContain(reason);
    const text = await visitor.text();
    expect(text).not.toContain(VERIFIED);
    expect(text).not.toContain('This answer stands.');
    expect(text).not.toContain('Certificate to print');
  });

  it('shows a failure that anybody can read, on a phone too, with what was received as evidence', async () => {
    await visitor.page.route('**/graphql', (route) =>
      altered(route, ({ statement }) => {
        change(statement, 'proof', /.(?=.{8}\n$)/);
      }),
    );
    await visitor.open(`/statements/${no}`);
    await visitor.pressOn(visitor.page.locator('summary', { hasText: 'What was received' }));
    await visitor.read('c2sp.org/tlog-proof@v1');
    await visitor.page.setViewportSize(PHONE.viewport);
    expect(await visitor.overhang()).toBeLessThanOrEqual(0);
    for (const colorScheme of ['light', 'dark'] as const) {
      await visitor.page.emulateMedia({ colorScheme });
      expect(await obstacles(visitor)).toEqual([]);
    }
    await visitor.page.emulateMedia({ colorScheme: null });
    await visitor.page.setViewportSize(DESKTOP.viewport);
  });

  it('says that a line is not yet covered, and verifies it once it is', async () => {
    await visitor.page.route('**/graphql', refusedProof('NOT_YET_SIGNED', 200));
    await visitor.open(`/statements/${no}`);
    await visitor.read('The log has only just taken this answer.');
    expect(await visitor.text()).not.toContain(VERIFIED);
    await visitor.page.unrouteAll();
    await visitor.press('button', 'Check again');
    await visitor.read(VERIFIED);
  });

  it('says that it could not be checked when a log in trouble, or no answer, keeps the proof back', async () => {
    const alone = await stage.visitor(DESKTOP);
    await alone.page.route('**/graphql', refusedProof('LOG_READ_ONLY', 503));
    await alone.open(`/statements/${no}`);
    await alone.read('The registry gives no answers just now.');
    await alone.read('It could not be checked here.');
    await alone.page.unrouteAll();
    await alone.page.route('**/assets/verify-in-browser-*', (route) => route.abort());
    await alone.open(`/statements/${no}`);
    await alone.read('It could not be checked here.');
    expect(await alone.text()).not.toContain(VERIFIED);
    await alone.leave();
  });

  it('checks with the key that a reader trusts, and takes nobody else’s word then', async () => {
    await visitor.open(`/statements/${no}`);
    await visitor.pressOn(visitor.page.getByText('Check with a key that you trust'));
    await visitor.fill('Keys, one on each line', 'registry.example/log');
    await visitor.press('button', 'Check with these keys');
    await visitor.read('Line 1 is not a key.');
    await visitor.fill('Keys, one on each line', makeWitness('witness.example', 1).vkey);
    await visitor.press('button', 'Check with these keys');
    await visitor.read('None of these is a key of a log');
    await visitor.fill('Keys, one on each line', makeKey('registry.example/log', 2).vkey);
    await visitor.press('button', 'Check with these keys');
    await visitor.read(FAILED);
    await visitor.read('You gave the keys yourself.');
    await visitor.fill('Keys, one on each line', `\n ${key} \n`);
    await visitor.press('button', 'Check with these keys');
    await visitor.read(VERIFIED);
    await visitor.read('given by you');
    await visitor.page.reload();
    await visitor.read('given by you');
  });

  it('names who cosigned, and checks witnesses whose keys the reader brings', async () => {
    const witness = makeWitness('witness.example', 1, 1_795_000_000n);
    await visitor.page.route('**/graphql', (route) =>
      altered(route, ({ statement }) => {
        const proof = statement['proof'];
        if (typeof proof !== 'string') return;
        const [, text = ''] = /\n\n([^]*\n)\n/.exec(proof) ?? [];
        statement['proof'] = proof + witness.line(text);
      }),
    );
    await visitor.open(`/statements/${no}`);
    await visitor.read(VERIFIED);
    expect(await visitor.text()).toMatch(/Also signed by, not checked here\s+witness\.example [0-9a-f]{8}/);
    await visitor.pressOn(visitor.page.locator('summary', { hasText: 'Check with a key' }));
    await visitor.fill('Keys, one on each line', `${key}\n${witness.vkey}`);
    await visitor.press('button', 'Check with these keys');
    await visitor.read('Cosigned by');
    const text = await visitor.text();
    expect(text).toMatch(/Cosigned by\s+witness\.example [0-9a-f]{8} on 18 November 2026/);
    expect(text).not.toContain('not checked here');
    await visitor.open(`/statements/${no}/certificate`);
    await visitor.read(/^Checked in a browser on .*given by whoever made this certificate\./);
    expect(await visitor.text()).toMatch(/Cosigned by\s+witness\.example [0-9a-f]{8} on 18 November 2026/);
  });

  it('gives the proof to keep, as a file that the command line verifies', async () => {
    await visitor.open(`/statements/${no}`);
    await visitor.read(VERIFIED);
    const [download] = await Promise.all([
      visitor.page.waitForEvent('download'),
      visitor.press('link', 'Download the proof'),
    ]);
    expect(download.suggestedFilename()).toBe(`${no}.tlog-proof`);
    const file = await download.path();
    expect(await readFile(file, 'utf8')).toMatch(/^c2sp\.org\/tlog-proof@v1\n/);
    const { exit, stdout } = await runCommand(stage.home, 'proof', 'verify', file, '--key', key);
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: expect.stringContaining('Verified: the log') });
  });

  describe('has a certificate that', () => {
    it('says what was said, where it stands and how to check it', async () => {
      await visitor.open(`/statements/${no}`);
      await visitor.press('link', 'Certificate to print');
      await visitor.page.locator('.certificate').waitFor();
      await visitor.page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const text = (await visitor.page.locator('body').innerText()).replaceAll('\n', ' ');
      const address = `${stage.server.url}/log/proof/${no}.tlog-proof`;
      for (const part of [SUBMITTED, no, address, `--key '${key}'`, 'as author', 'This answer stands.']) {
        expect(text).toContain(part);
      }
      expect(text).not.toMatch(/My desk|Print it|Datasets that we can search/);
      expect(await visitor.page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
        'rgb(255, 255, 255)',
      );
      await visitor.page.emulateMedia({ media: null, colorScheme: null });
    });

    it('carries a code that leads to the proof, which any camera reads', async () => {
      await visitor.page.emulateMedia({ colorScheme: 'dark' });
      await visitor.open(`/statements/${no}/certificate`);
      const code = await visitor.page
        .getByRole('img', { name: 'QR code with the address of the proof' })
        .screenshot();
      const { data, info } = await sharp(code).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
      const read = jsQr.default(new Uint8ClampedArray(data), info.width, info.height);
      expect(read?.data).toBe(`${stage.server.url}/log/proof/${no}.tlog-proof`);
      expect((await visitor.context.request.get(read?.data ?? '')).status()).toBe(200);
      await visitor.page.emulateMedia({ colorScheme: null });
    });

    it.each(['English', 'Español'])(
      'fits one sheet of either size in %s, whatever was written',
      async (label) => {
        for (const id of [no, onTerms]) {
          await visitor.open(`/statements/${id}/certificate`);
          await visitor.page.getByRole('banner').getByRole('combobox').selectOption({ label });
          await visitor.page.locator(`html[lang=${label === 'English' ? 'en' : 'es'}]`).waitFor();
          await visitor.page.locator('.certificate').waitFor();
          for (const format of ['A4', 'Letter']) {
            const pdf = (await visitor.page.pdf({ format })).toString('latin1');
            expect({ id, format, pages: pdf.match(/\/Type\s*\/Page\b/g)?.length }).toEqual({
              id,
              format,
              pages: 1,
            });
          }
        }
        await visitor.page.getByRole('banner').getByRole('combobox').selectOption({ label: 'English' });
      },
    );

    it('is not made of what fails', async () => {
      await visitor.page.route('**/graphql', (route) =>
        altered(route, ({ statement }) => {
          statement['preference'] = 'ALLOW';
        }),
      );
      await visitor.open(`/statements/${no}/certificate`);
      await visitor.read(FAILED);
      await visitor.read('There is no certificate of what does not hold.');
      expect(await visitor.text()).not.toContain('Print it');
      expect(await visitor.page.locator('.certificate').count()).toBe(0);
    });

    it('says so when the answer was withdrawn, and when its words were erased', async () => {
      await ask(`mutation { eraseStatementDetails(input: { statementId: "${withdrawn}" }) { __typename } }`);
      await visitor.open(`/statements/${withdrawn}/certificate`);
      await visitor.read(/^Withdrawn on /);
      const text = await visitor.text();
      expect(text).toContain('Deleted as its author wished; the fingerprint remains.');
      expect(text).not.toContain('owl.jpg');
      expect(text).not.toContain('This answer stands.');
    });
  });

  it('lets somebody whose address is not confirmed ask for another mail, and type its code', async () => {
    await visitor.open('/account');
    await visitor.press('button', 'Send a new mail');
    await visitor.read('We have sent a new mail');
    const { text } = inbox.newestTo('painter@example.org');
    const [code = ''] = /^ {4}\S.*$/m.exec(text) ?? [];
    await visitor.fill('Code from the mail', 'AAAA-AAAA');
    await visitor.press('button', 'Confirm it');
    await visitor.page.getByRole('alert').waitFor();
    await visitor.fill('Code from the mail', code.trim());
    await visitor.press('button', 'Confirm it');
    await visitor.read('Your e-mail address is confirmed.');
    expect(await visitor.text()).not.toContain('Send a new mail');
    expect(await visitor.text()).toMatch(/Confirmed\?\s+Yes/);
  });

  it('gives somebody a copy of all that is held about them, and lets them go with their noes left behind', async () => {
    await visitor.open('/account');
    const download = visitor.page.waitForEvent('download');
    await visitor.press('link', 'Download the copy');
    const lines = (await readFile(await (await download).path(), 'utf8')).trimEnd().split('\n');
    const rows = lines.map((line) => JSON.parse(line) as { table: string; row: Record<string, unknown> });
    expect(rows[0]).toMatchObject({ table: 'accounts', row: { email: 'painter@example.org' } });
    expect(rows.filter(({ table }) => table === 'statements').length).toBeGreaterThan(0);
    const without = await fetch(new URL('/exports/my-data.ndjson', visitor.page.url()));
    expect([without.status, await without.text()]).toEqual([401, expect.stringContaining('Sign in first')]);

    await visitor.press('button', 'Delete my account…');
    await visitor.fill('Your password, so that it is you', 'not what it was');
    await visitor.press('button', 'Delete it for good');
    await visitor.page.getByRole('alert').waitFor();
    await visitor.fill('Your password, so that it is you', PASSWORD);
    await visitor.press('button', 'Delete it for good');
    await visitor.read(/Your account is deleted\. .+ on; .+ ended\./);
    await visitor.press('button', 'To the start page');
    await visitor.open('/account');
    await visitor.read('Sign in');
    expect((await visitor.context.request.get('/exports/my-data.ndjson')).status()).toBe(401);
  });

  async function ask<Data>(query: string, variables: object = {}): Promise<Data> {
    const response = await visitor.context.request.post('/graphql', { data: { query, variables } });
    const answer = (await response.json()) as { data?: Data };
    if (!answer.data) throw new Error(JSON.stringify(answer));
    return answer.data;
  }

  async function declare(input: object): Promise<string> {
    const { declareConsent } = await ask<{ declareConsent: { statements?: { id: string }[] } }>(
      `mutation($input: DeclareConsentInput!) {
         declareConsent(input: $input) {
           ... on DeclareConsentPayload { statements { id } }
           ... on UserError { message }
         }
       }`,
      { input: { kind: 'URL', capacity: 'AUTHOR', ...input } },
    );
    const [statement] = declareConsent.statements ?? [];
    if (statement === undefined) throw new Error(JSON.stringify(declareConsent));
    return statement.id;
  }

  function stepsShown(): Promise<{ title: string; codes: string[] }[]> {
    return visitor.page.evaluate(
      `[...document.querySelectorAll('.derivation > li')].map((step) => ({
         title: step.innerText,
         codes: [...step.querySelectorAll('code')].map(({ textContent }) => textContent),
       }))`,
    );
  }

  /** Names of the scripts that the page has loaded since, all in one text. */
  function scriptsLoaded(): () => Promise<string> {
    return () =>
      visitor.page.evaluate<string>(
        "performance.getEntriesByType('resource').map(({ name }) => name).join(' ')",
      );
  }
});

/** Lets the real server answer, and changes what it said about a statement and its proof. */
async function altered(route: Route, alter: (told: Told) => void): Promise<void> {
  const response = await route.fetch();
  if (!/query Statement/.test(route.request().postData() ?? '')) {
    await route.fulfill({ response });
    return;
  }
  const { data } = (await response.json()) as { data: Partial<Told> & Pick<Told, 'statement'> };
  const told = { statement: data.statement, log: data.log ?? { verifierKeys: [] } };
  alter(told);
  await route.fulfill({ response, json: { data: { ...data, ...told } } });
}

/** Changes a text, or the text of an opening, where there is one: into another character unless told otherwise. */
function change(statement: Record<string, unknown>, name: string, what: RegExp, into?: string): void {
  const value = statement[name];
  const edit = (text: string): string => text.replace(what, (found) => into ?? (found === 'A' ? 'B' : 'A'));
  if (typeof value === 'string') statement[name] = edit(value);
  else if (value !== undefined && value !== null) {
    const opening = value as { text: string };
    opening.text = edit(opening.text);
  }
}

/** What the server answers to a question for a proof that it does not give. */
function refusedProof(code: string, status: number): (route: Route) => Promise<void> {
  return async (route) => {
    if (!/query StatementProof/.test(route.request().postData() ?? '')) {
      await route.continue();
      return;
    }
    const errors = [{ message: 'no', path: ['statement', 'proof'], extensions: { code } }];
    await route.fulfill({ status, json: { data: { statement: null, log: { verifierKeys: [] } }, errors } });
  };
}

function hash(...parts: readonly Buffer[]): string {
  return createHash('sha256').update(Buffer.concat(parts)).digest('hex');
}
