import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeInBrowser } from '../support/browser.js';
import { Stage } from '../support/browser-stage.js';
import type { Visitor } from '../support/browser-visitor.js';
import { DESKTOP, PHONE } from '../support/browser-visitor.js';
import { NO_MISHAPS } from '../support/browser-watch.js';
import { failAnswers, holdAnswers } from '../support/held-answers.js';
import { runCommand } from '../support/server-process.js';
import { authority, type Holder, signedPicture, signer } from '../support/signed-files.js';
import { openTestSite, type TestSite } from '../support/test-site.js';

const DOMAIN = 'studio.example';
const FILE = '/.well-known/assent-challenge.txt';
const PASSWORD = 'four unrelated plain words';
const CLIPBOARD = ['clipboard-read', 'clipboard-write'];
const HEADER = 'URL,TEXT';
const ON_DOMAIN = [
  'https://studio.example/linocut/crow.jpg,"crow, linocut"',
  'http://www.studio.example/a.png?w=300,a sheet of stamps',
  'https://i0.wp.com/studio.example/b.jpg,carried inside another address',
];
const ELSEWHERE = [
  'https://notstudio.example/crow.jpg,a host that only looks like it',
  'https://studio.example.org/crow.jpg,a host that only begins like it',
  'UNLIKELY,no address at all',
];
const ROWS = [0, 1, 2].flatMap((place) => [ON_DOMAIN[place] ?? '', ELSEWHERE[place] ?? '']);

describeInBrowser('a whole site, claimed, answered for and disputed', () => {
  let site: TestSite;
  let stage: Stage;
  let artist: Visitor;
  let rival: Visitor;
  let table: string;
  let trust: string;
  let root: Holder;
  let claimPath: string;

  beforeAll(async () => {
    site = await openTestSite();
    trust = await mkdtemp(join(tmpdir(), 'assent-trust-'));
    root = await authority('CN=Demo root');
    await writeFile(join(trust, 'c2pa.pem'), root.certificate.toString('pem'));
    stage = await Stage.open({
      ASSENT_HOST_MAP: `${DOMAIN}=127.0.0.1:${site.port}`,
      ASSENT_SIGNATURE_TRUST: trust,
    });
    table = join(stage.home.folder, 'rows.csv');
    await writeFile(table, `${[HEADER, ...ROWS].join('\n')}\n`);
    await runCommand(stage.home, 'ingest', table, '--dataset', 'prints');
    artist = await stage.visitor({ ...PHONE, permissions: CLIPBOARD });
    rival = await stage.visitor({ ...DESKTOP, permissions: CLIPBOARD });
  });

  afterAll(async () => {
    await stage.close();
    await site.close();
    await rm(trust, { recursive: true });
  });

  it('takes the artist’s no for the whole site, and says that it waits for a proof', async () => {
    await sayNoToDomain(artist, 'artist@example.org');
    await artist.read('It does not count yet.');
    expect(await check()).toEqual({ denied: 0, kept: ROWS });

    const tab = await artist.newTab();
    await tab.open('/desk');
    await tab.read('It does not count yet.');
    await tab.press('button', `Prove that it is mine: ${DOMAIN}`);
    await tab.see(DOMAIN);
    await tab.page.close();
  });

  it('shows the file to put up and where, each with a button that copies it', async () => {
    await artist.press('button', 'Prove that it is mine');
    await artist.see(DOMAIN);
    await artist.read('You told us');
    await artist.read('2 known rows');
    await artist.press('button', 'Copy: address of the file');
    await artist.read('Copied.');
    expect(await copied(artist)).toMatch(new RegExp(`^https?://${DOMAIN}${FILE}$`));
    expect(await artist.text()).toContain(await copied(artist));
    await artist.press('button', 'Copy: content of the file');
    await artist.page.getByRole('status').filter({ hasText: 'Copied.' }).nth(1).waitFor();
    expect(await artist.text()).toContain(await copied(artist));
  });

  it('tells what the check found while the file is not there', async () => {
    await artist.press('button', 'Check now');
    await artist.page.getByRole('alert').waitFor();
    expect(await artist.text()).toMatch(/404/);
    expect(await check()).toEqual({ denied: 0, kept: ROWS });
  });

  it('recognises the file once it is there; then exactly the rows of that domain are denied', async () => {
    site.files.set(FILE, await copied(artist));
    await artist.press('button', 'Check now');
    await artist.read(`You control ${DOMAIN}`);
    claimPath = new URL(artist.page.url()).pathname;
    expect(await check()).toEqual({ denied: ON_DOMAIN.length, kept: ELSEWHERE });

    await artist.open('/desk');
    await artist.read('No to AI training');
    expect(await artist.text()).not.toContain('It does not count yet.');
    await artist.open(`/ask?url=${DOMAIN}/anything/at/all.jpg`);
    await artist.read('No · they control the place');
    await artist.read('It is about the whole site.');
    await artist.open(`/ask?url=${DOMAIN}`);
    await artist.read('No · they control the place');
  });

  it('reads a signed file, shows whose it says it is, and offers what it says as the answer', async () => {
    await artist.open(claimPath);
    await artist.see(DOMAIN);
    const entries = { 'cawg.ai_generative_training': { use: 'notAllowed' } };
    const file = await signedPicture({
      signer: await signer(root, { names: [{ type: 'dns', value: DOMAIN }] }),
      says: { 'cawg.training-mining': { entries } },
    });
    await give(artist, file);
    await artist.read('Unchanged since it was signed.');
    await artist.read('The certificate is on this registry’s list.');
    await artist.read(new RegExp(`Proven here by the claimant, too: ${DOMAIN}`));
    await artist.press('link', 'Say the same here');
    await artist.press('button', 'Continue');
    await artist.read('what your file says is chosen already');
    const chosen = artist.page.getByLabel('Generative AI training', { exact: true });
    expect(await chosen.inputValue()).toBe('DENY');
  });

  it('takes a later no for all of it, although a part was given before', async () => {
    await artist.open(`/say-no?address=${DOMAIN}&kind=DOMAIN`);
    await artist.press('button', 'Continue');
    await artist.pressOn(artist.page.getByText('More choices: an answer for each use'));
    await artist.choose('Generative AI training', 'Yes');
    await artist.press('button', 'Give these answers');
    await artist.press('checkbox', 'These are my own works');
    await artist.press('button', 'Continue');
    await artist.see('Your answer is on the record.');
    // The one that carries the address inside another: no yes reaches it.
    expect(await deniedFor('train-generative-ai')).toBe(1);

    await artist.open(`/say-no?address=${DOMAIN}&kind=DOMAIN`);
    await artist.press('button', 'Continue');
    await artist.press('button', 'No');
    await artist.see('Your no is on the record.');
    await artist.read('because you had given more before: Generative AI training.');
    expect(await artist.text()).not.toContain('It rests on your word.');
    expect(await deniedFor('train-generative-ai')).toBe(ON_DOMAIN.length);
    expect(await check()).toEqual({ denied: ON_DOMAIN.length, kept: ELSEWHERE });
  });

  it('names the yeses for something smaller that a no for all of it leaves standing', async () => {
    await artist.open(`/say-no?url=${DOMAIN}/free/pattern.jpg`);
    await artist.press('button', 'Continue');
    await artist.press('button', 'Yes');
    await artist.press('checkbox', 'These are my own works');
    await artist.press('button', 'Continue');
    await artist.see('Your answer is on the record.');
    await artist.open(`/say-no?address=${DOMAIN}&kind=DOMAIN`);
    await artist.press('button', 'Continue');
    await artist.press('button', 'No');
    await artist.see('Your no is on the record.');
    await artist.read('You have said yes to something within it, and that still holds.');
    expect(await artist.text()).toContain('studio.example/free/pattern.jpg');
    await artist.open('/desk');
    await artist.press('button', 'Withdraw: studio.example/free/pattern.jpg');
    await artist.press('button', 'Withdraw it');
    await artist.read('Withdrawn on');
  });

  it('tells another artist who claims it too, and lets no yes of theirs weaken the first no', async () => {
    await rival.open('/say-no');
    await rival.fill('Web address of the work, the folder or the site', DOMAIN);
    await rival.press('button', 'Continue');
    await rival.press('button', 'Yes');
    await rival.see('Before you say yes');
    await rival.press('checkbox', 'These are my own works');
    await rival.press('button', 'Continue');
    await makeAccount(rival, 'rival@example.org', 'Put my answer on the record');
    await rival.see('Your answer is on the record.');
    await rival.read('It does not count yet.');
    await rival.press('button', 'Prove that it is mine');
    await rival.see(DOMAIN);
    await rival.read('Somebody else says that this is theirs.');
    expect(await check()).toEqual({ denied: ON_DOMAIN.length, kept: ELSEWHERE });
  });

  it('makes a dispute of it when the other can put up the file as well; the no stands meanwhile', async () => {
    await rival.press('button', 'Copy: content of the file');
    await rival.read('Copied.');
    site.files.set(FILE, await copied(rival));
    await rival.press('button', 'Check now');
    await rival.read(`You control ${DOMAIN}`);
    await rival.read('A moderator decides between you.');
    expect(await check()).toEqual({ denied: ON_DOMAIN.length, kept: ELSEWHERE });
  });

  it('is decided by a moderator, who sees both sides and has to give a reason, and loses nothing to a page that moves or a server that fails', async () => {
    const moderator = await signInModerator('first');
    const { page } = moderator;
    const tellFindings = await holdAnswers(page, 'Beside');
    await moderator.press('link', 'Moderation');
    await moderator.see('Waiting for a person');
    await moderator.named('heading', new RegExp(`Whose place it is\\s+${DOMAIN}`)).waitFor();
    const sides = await moderator.text();
    for (const name of [await pseudonymOf(artist), await pseudonymOf(rival)]) expect(sides).toContain(name);
    await moderator.read('Yes to AI training');
    await moderator.read('No to AI training');
    await moderator.read('Whoever signed a file need not have made it');
    await moderator.read('Unchanged since it was signed.');

    const chosen = page.getByLabel((await pseudonymOf(artist)).slice(0, 20));
    const awaited = page.locator('.beside .skeleton').first();
    await chosen.scrollIntoViewIfNeeded();
    await awaited.waitFor();
    await chosen.hover();
    await page.mouse.down();
    const before = await chosen.boundingBox();
    await tellFindings();
    await awaited.waitFor({ state: 'detached' });
    expect(await chosen.boundingBox()).not.toEqual(before);
    await page.mouse.up();
    await chosen.and(page.locator(':checked')).waitFor();

    await moderator.choose('Reason', 'A public record shows it');
    await moderator.press('button', 'Close the dispute');
    expect(await moderator.named('button', 'Close the dispute').isVisible()).toBe(true);
    await moderator.fill('Note', 'The register of prints names the first.');
    const answerAgain = await failAnswers(page, 'CloseDispute', 'ModerationQueue', 'Disputes');
    await moderator.press('button', 'Close the dispute');
    await page.getByRole('alert').nth(2).waitFor();
    await answerAgain();
    expect(await page.getByLabel('Note', { exact: true }).inputValue()).toMatch(/^The register of prints/);
    expect(await chosen.isChecked()).toBe(true);
    await moderator.press('button', 'Close the dispute');
    await moderator.read('You proposed this. Another moderator has to confirm it.');
    expect(moderator.mishaps).toEqual(NO_MISHAPS);
    await moderator.leave();
  });

  it('has ended once a second moderator confirms it, and both sides are told why', async () => {
    const second = await signInModerator('second');
    await second.press('link', 'Moderation');
    await second.read('The register of prints names the first.');
    await second.press('button', 'Confirm it');
    await second.read('Confirmed, and done.');
    expect(second.mishaps).toEqual(NO_MISHAPS);
    await second.leave();

    await rival.page.reload();
    await rival.read('Rejected by a moderator');
    await rival.read('The register of prints names the first.');
    await artist.open('/desk');
    await artist.read(/checked by a person · 2 known rows/);
    expect(await check()).toEqual({ denied: ON_DOMAIN.length, kept: ELSEWHERE });
  });

  it('has gone by without a request elsewhere, an error or a dialog', () => {
    expect(artist.mishaps).toEqual(NO_MISHAPS);
    expect(rival.mishaps).toEqual(NO_MISHAPS);
  });

  async function deniedFor(use: string): Promise<number> {
    const report = join(stage.home.folder, 'use.json');
    const ran = await runCommand(stage.home, 'check', table, '--use', use, '--report', report);
    expect(ran.exit).toBe(0);
    const { answers } = JSON.parse(await readFile(report, 'utf8')) as { answers: { DENIED?: number } };
    return answers.DENIED ?? 0;
  }

  /** The rows that the check denies, and those that the filtered table keeps, in order. */
  async function check(): Promise<{ denied: number; kept: string[] }> {
    const [out, report] = [join(stage.home.folder, 'kept.csv'), join(stage.home.folder, 'report.json')];
    const ran = await runCommand(
      stage.home,
      ...['check', table, '--use', 'train-ai', '--out', out, '--report', report],
    );
    expect(ran.exit).toBe(0);
    const { answers } = JSON.parse(await readFile(report, 'utf8')) as { answers: { DENIED: number } };
    const [header, ...kept] = (await readFile(out, 'utf8')).trimEnd().split('\n');
    expect(header).toBe(HEADER);
    return { denied: answers.DENIED, kept };
  }

  async function signInModerator(name: string): Promise<Visitor> {
    const email = `${name}-moderator@assent.example`;
    const made = await runCommand(stage.home, 'user', 'create', '--role', 'moderator', '--email', email);
    const moderator = await stage.visitor(DESKTOP);
    await moderator.open('/sign-in?next=/desk');
    await moderator.fill('E-mail address', email);
    await moderator.fill('Password', /^Password: (.+)$/m.exec(made.stdout)?.[1] ?? 'none was printed');
    await moderator.press('button', 'Sign in');
    await moderator.see('My desk');
    return moderator;
  }
});

async function sayNoToDomain(artist: Visitor, email: string): Promise<void> {
  await artist.open('/say-no');
  await artist.fill('Web address of the work, the folder or the site', `https://www.${DOMAIN}/linocut/`);
  await artist.press('radio', 'The whole site');
  await artist.press('button', 'Continue');
  await artist.press('button', 'No');
  await makeAccount(artist, email, 'Put my no on the record');
  await artist.see('Your no is on the record.');
  await artist.press('button', 'I kept them');
}

async function makeAccount(visitor: Visitor, email: string, action: string): Promise<void> {
  await visitor.fill('E-mail address', email);
  await visitor.fill('New password', PASSWORD);
  await visitor.press('button', action);
}

async function give(visitor: Visitor, bytes: Uint8Array): Promise<void> {
  const file = { name: 'original.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(bytes) };
  await visitor.page.getByLabel('Choose a signed file').setInputFiles(file);
}

function copied(visitor: Visitor): Promise<string> {
  return visitor.page.evaluate<string>('navigator.clipboard.readText()');
}

/** The only name by which the record knows somebody. */
async function pseudonymOf(visitor: Visitor): Promise<string> {
  const tab = await visitor.newTab();
  await tab.open('/account');
  await tab.read('Pseudonym');
  const [, pseudonym = 'none'] = /Pseudonym\s+(\S+)/.exec(await tab.text()) ?? [];
  await tab.page.close();
  return pseudonym;
}
