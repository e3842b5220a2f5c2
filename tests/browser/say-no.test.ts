import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSmtpInbox, type SmtpInbox } from '../identity/smtp-inbox.js';
import { describeInBrowser } from '../support/browser.js';
import { Stage } from '../support/browser-stage.js';
import type { Visitor } from '../support/browser-visitor.js';
import { NO_MISHAPS } from '../support/browser-watch.js';
import { runCommand } from '../support/server-process.js';

const MOST_SCREENS = 6;
const MOST_INPUTS = 10;
const RECOVERY_CODE = /\b[0-9A-Z]{4}(-[0-9A-Z]{4}){3}\b/;
const ON_RECORD = 'Your no is on the record.';

describeInBrowser('an artist who comes to say no, on a phone', () => {
  let inbox: SmtpInbox;
  let stages: Record<'withoutMail' | 'withMail', Stage>;
  let stage: Stage;
  let artist: Visitor;

  beforeAll(async () => {
    inbox = await openSmtpInbox();
    const mail = { ASSENT_SMTP_URL: inbox.url, ASSENT_MAIL_FROM: 'Assent <registry@assent.example>' };
    const [withoutMail, withMail] = await Promise.all([Stage.open(), Stage.open(mail)]);
    stages = { withoutMail, withMail };
  });

  afterAll(async () => {
    await Promise.all([stages.withoutMail.close(), stages.withMail.close()]);
    await inbox.close();
  });

  afterEach(async () => {
    expect(artist.mishaps).toEqual(NO_MISHAPS);
    await artist.leave();
  });

  describeInBrowser('where the registry can send no mail', () => {
    let recoveryCode: string;

    beforeAll(async () => {
      stage = stages.withoutMail;
      const table = join(stage.home.folder, 'catalogue.csv');
      await writeFile(table, 'URL,TEXT\nhttps://woodcuts.example/badger.jpg,"badger, woodcut"\n');
      await runCommand(stage.home, 'ingest', table, '--dataset', 'woodcuts');
    });

    it('gets from the home page to a registered no in at most 6 screens and 10 inputs', async () => {
      artist = await stage.visitor();
      await artist.open('/');
      await artist.press('link', 'Say no now');
      await sayNoTo(artist, 'https://paintings.example/fox.jpg');
      await artist.read('This registry cannot send mail.');
      await makeAccount(artist, 'painter@example.org');
      await artist.see(ON_RECORD);
      await artist.read('It counts now.');
      [recoveryCode = 'none'] = RECOVERY_CODE.exec(await artist.text()) ?? [];
      await artist.press('button', 'I kept them');
      expectFewSteps(artist);

      await readAnswer(artist, 'paintings.example/fox.jpg');
      expect(await checkedAnswers('https://paintings.example/fox.jpg')).toEqual({ denied: 1, unknown: 1 });
    });

    it('gets back to the answer by a recovery code when the password is lost', async () => {
      artist = await stage.visitor();
      await artist.open('/desk');
      await artist.press('link', 'Sign in');
      await artist.press('link', 'Password lost?');
      await artist.fill('E-mail address', 'painter@example.org');
      await artist.fill('Recovery code', recoveryCode);
      await artist.fill('New password', 'another four plain words');
      await artist.press('button', 'Set the new password');
      await artist.see('My account');
      await artist.open('/desk');
      await artist.read('paintings.example/fox.jpg');
    });

    it('gets no further away by looking for the picture first', async () => {
      artist = await stage.visitor();
      await artist.open('/');
      await artist.fill('A name, a title, a few words, a web address or a site', 'woodcut badger');
      await artist.press('button', 'Find my work');
      await artist.press('link', /^This is mine/);
      await artist.press('button', 'Continue');
      await artist.press('button', 'No');
      await makeAccount(artist, 'woodcutter@example.org');
      await artist.see(ON_RECORD);
      await artist.press('button', 'I kept them');
      expectFewSteps(artist);
      expect(await artist.text()).toContain('woodcuts.example/badger.jpg');
    });

    it('is told what is wrong with an address, and with a password, where it was typed', async () => {
      artist = await stage.visitor();
      await artist.open('/say-no');
      await artist.press('button', 'Continue');
      await artist.read('Type or paste a web address.');
      await sayNoTo(artist, 'paintings.example/owl.jpg');
      await artist.fill('E-mail address', 'hasty@example.org');
      await artist.fill('New password', 'aaaaaaaaaaaa');
      await artist.press('button', 'Put my no on the record');
      await artist.page.getByRole('alert').waitFor();
      await artist.fill('New password', 'four unrelated plain words');
      await artist.press('button', 'Put my no on the record');
      await artist.see(ON_RECORD);
    });

    it('finds a half-given answer again after a reload, and may go back a step', async () => {
      artist = await stage.visitor();
      await artist.open('/say-no');
      await sayNoTo(artist, 'paintings.example/heron.jpg');
      await artist.see('So that only you can change it');
      await artist.page.reload();
      await artist.see('So that only you can change it');
      await artist.page.goBack();
      await artist.see('May AI be trained on it?');
      expect(await artist.text()).toContain('paintings.example/heron.jpg');
      await artist.page.goBack();
      await artist.see('What is yours?');
      expect(await artist.page.getByRole('textbox').first().inputValue()).toBe('paintings.example/heron.jpg');
    });
  });

  describeInBrowser('where the registry sends mail', () => {
    beforeAll(() => {
      stage = stages.withMail;
    });

    it('needs no password: the code from the mail is enough, in as few steps', async () => {
      artist = await stage.visitor();
      await artist.open('/');
      await artist.press('link', 'Say no now');
      await sayNoTo(artist, 'https://sketches.example/hare.png');
      await askForMail(artist, 'sketcher@example.org');
      await artist.fill('Code from the mail', mailedCode('sketcher@example.org'));
      await artist.press('button', 'Use this code');
      await artist.see(ON_RECORD);
      expectFewSteps(artist);

      await readAnswer(artist, 'sketches.example/hare.png');
      expect(await checkedAnswers('https://sketches.example/hare.png')).toEqual({ denied: 1, unknown: 1 });
    });

    it('may open the link in another tab of the browser, where the answer goes on', async () => {
      artist = await stage.visitor();
      await artist.open('/say-no');
      await sayNoTo(artist, 'https://sketches.example/stoat.png');
      await askForMail(artist, 'tabs@example.org');

      const tab = await artist.newTab();
      await tab.open(mailedLink('tabs@example.org'));
      await tab.press('button', 'Sign me in');
      await tab.press('button', 'Put my no on the record');
      await tab.see(ON_RECORD);
    });

    it('may open the link on any other device, and is signed in there', async () => {
      artist = await stage.visitor();
      await artist.open('/say-no');
      await sayNoTo(artist, 'https://sketches.example/weasel.png');
      await askForMail(artist, 'devices@example.org');

      const elsewhere = await stage.visitor();
      await elsewhere.open(mailedLink('devices@example.org'));
      await elsewhere.press('button', 'Sign me in');
      await elsewhere.see('My desk');
      expect(elsewhere.mishaps).toEqual(NO_MISHAPS);
      await elsewhere.leave();
    });

    function mailedCode(address: string): string {
      return /^ {4}(\S+)$/m.exec(inbox.newestTo(address).text)?.[1] ?? 'no code in the mail';
    }

    function mailedLink(address: string): string {
      return /^http\S+$/m.exec(inbox.newestTo(address).text)?.[0] ?? 'no link in the mail';
    }
  });

  /** One row of the address and one of a neighbour that nobody has answered for. */
  async function checkedAnswers(url: string): Promise<{ denied: number; unknown: number }> {
    const table = join(stage.home.folder, 'rows.csv');
    const report = join(stage.home.folder, 'report.json');
    await writeFile(table, `URL,TEXT\n${url},mine\n${url}.neighbour.jpg,not mine\n`);
    const ran = await runCommand(stage.home, 'check', table, '--use', 'train-ai', '--report', report);
    expect(ran.exit).toBe(0);
    const { answers } = JSON.parse(await readFile(report, 'utf8')) as { answers: Record<string, number> };
    return { denied: answers['DENIED'] ?? NaN, unknown: answers['UNKNOWN'] ?? NaN };
  }
});

async function sayNoTo(artist: Visitor, address: string): Promise<void> {
  await artist.fill('Web address of the work, the folder or the site', address);
  await artist.press('button', 'Continue');
  await artist.press('button', 'No');
}

async function makeAccount(artist: Visitor, email: string): Promise<void> {
  await artist.fill('E-mail address', email);
  await artist.fill('New password', 'four unrelated plain words');
  await artist.press('button', 'Put my no on the record');
}

async function askForMail(artist: Visitor, email: string): Promise<void> {
  await artist.fill('E-mail address', email);
  await artist.press('button', 'Send me a code');
  await artist.read(`We have sent a mail to ${email}`);
}

function expectFewSteps(artist: Visitor): void {
  expect(artist.screens.length).toBeLessThanOrEqual(MOST_SCREENS);
  expect(artist.inputs.length).toBeLessThanOrEqual(MOST_INPUTS);
}

/** What anybody is told about the address. */
async function readAnswer(visitor: Visitor, address: string): Promise<void> {
  await visitor.open(`/ask?url=${encodeURIComponent(address)}`);
  await visitor.read('No · they told us');
  expect(await visitor.text()).toMatch(/AI training\s+No · they told us/);
}
