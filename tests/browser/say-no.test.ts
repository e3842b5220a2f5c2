import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import jsQr from 'jsqr';
import sharp from 'sharp';
import { openSmtpInbox, type SmtpInbox } from '../identity/smtp-inbox.js';
import { codeAt, stepAt } from '../../src/core/second-factor/totp.js';
import { obstacles } from '../support/browser-obstacles.js';
import { describeInBrowser } from '../support/browser.js';
import { Stage } from '../support/browser-stage.js';
import { DESKTOP, type Visitor } from '../support/browser-visitor.js';
import { NO_MISHAPS } from '../support/browser-watch.js';
import { drawing } from '../support/drawing.js';
import { runCommand } from '../support/server-process.js';
import { Typist } from '../support/typist.js';
import { wavTune } from '../support/wav-tune.js';

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

      await artist.press('link', /^Make a card to show/);
      await artist.see('A card to show');
      for (const [shape, height] of [
        ['Story, upright', 1920],
        ['Square', 1080],
      ] as const) {
        await artist.press('radio', shape);
        const [card] = await Promise.all([
          artist.page.waitForEvent('download'),
          artist.press('button', 'Share or save it'),
        ]);
        const { data, info } = await sharp(await card.path())
          .ensureAlpha()
          .raw()
          .toBuffer({ resolveWithObject: true });
        expect(info).toMatchObject({ width: 1080, height });
        const read = jsQr.default(new Uint8ClampedArray(data), info.width, info.height);
        expect(read?.data).toBe(`${stage.server.url}/say-no`);
      }
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
      await artist.fill('Names, one on each line', 'Ilva Otter\nbadger woodcut');
      await artist.press('button', 'Save the names');
      await artist.read('The names are saved.');
      await artist.open('/search?q=ilva+otter');
      await artist.read('“ilva otter” was also searched as badger woodcut. An artist with an account here');
      await artist.read('badger, woodcut');
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

    it('needs no code either: the link records the answer on any other device, in one press and as few steps', async () => {
      artist = await stage.visitor();
      await artist.open('/');
      await artist.press('link', 'Say no now');
      await sayNoTo(artist, 'https://sketches.example/weasel.png');
      await askForMail(artist, 'devices@example.org');

      const phone = await stage.visitor();
      await phone.open(mailedLink('devices@example.org'));
      await phone.read('No to AI training');
      await phone.read('sketches.example/weasel.png');
      await phone.press('button', 'Sign in and record my no');
      await phone.see(ON_RECORD);
      await phone.read('It counts now.');
      expect(artist.screens.length + phone.screens.length).toBeLessThanOrEqual(MOST_SCREENS);
      expect(artist.inputs.length + phone.inputs.length).toBeLessThanOrEqual(MOST_INPUTS);

      await artist.read('This answer has just gone on the record.');
      await artist.read('If that was you, with the link from the mail, all is done');
      await artist.press('link', 'See the record');
      await artist.see('No to AI training');
      expect(await artist.text()).toContain('sketches.example/weasel.png');
      expect(phone.mishaps).toEqual(NO_MISHAPS);
      await phone.leave();
    });

    it('leaves nobody at a code that the link has spent: a new one is a press away', async () => {
      artist = await stage.visitor();
      await artist.open('/say-no');
      await sayNoTo(artist, 'https://sketches.example/polecat.png');
      await askForMail(artist, 'spent@example.org');
      const code = mailedCode('spent@example.org');

      const phone = await stage.visitor();
      await phone.open(mailedLink('spent@example.org'));
      await phone.press('button', 'Sign in without recording it');
      await phone.see('My desk');
      await phone.read('You have not answered for anything yet.');
      expect(phone.mishaps).toEqual(NO_MISHAPS);
      await phone.leave();

      await artist.fill('Code from the mail', code);
      await artist.press('button', 'Use this code');
      await artist.read('used up, or too old');
      await artist.press('button', 'Send a new code');
      await artist.read('We have sent a new mail, and only that one works now, to spent@example.org');
      await artist.fill('Code from the mail', mailedCode('spent@example.org'));
      await artist.press('button', 'Use this code');
      await artist.see(ON_RECORD);
      await readAnswer(artist, 'sketches.example/polecat.png');
    });

    it('records an answer once, although it is given by the link and then by a code as well', async () => {
      artist = await stage.visitor();
      await artist.open('/say-no');
      await sayNoTo(artist, 'https://sketches.example/lynx.png');
      await askForMail(artist, 'twice@example.org');
      const phone = await stage.visitor();
      await phone.open(mailedLink('twice@example.org'));
      await phone.press('button', 'Sign in and record my no');
      await phone.see(ON_RECORD);
      await phone.leave();

      await artist.press('button', 'Send a new code');
      await artist.read('We have sent a new mail');
      await artist.fill('Code from the mail', mailedCode('twice@example.org'));
      await artist.press('button', 'Use this code');
      await artist.see(ON_RECORD);
      await artist.open('/desk');
      await artist.read('sketches.example/lynx.png');
      expect(await artist.named('button', /^Withdraw: /).count()).toBe(1);
      expect(await artist.page.getByText('Replaced by a later answer').count()).toBe(0);
    });

    it('may open the link in another tab of the browser; the first tab knows that it is done', async () => {
      artist = await stage.visitor();
      await artist.open('/say-no');
      await sayNoTo(artist, 'https://sketches.example/stoat.png');
      await askForMail(artist, 'tabs@example.org');

      const tab = await artist.newTab();
      await tab.open(mailedLink('tabs@example.org'));
      await tab.press('button', 'Sign in and record my no');
      await tab.see(ON_RECORD);
      await artist.read('You did that with the link from the mail. Nothing is left to do here.');
      expect(await artist.named('button', 'Put my no on the record').count()).toBe(0);
    });

    it('takes terms, ground and last day along with the link, and shows all of them before the press', async () => {
      artist = await stage.visitor();
      await artist.open('/say-no');
      await artist.fill('Web address of the work, the folder or the site', 'sketches.example/otter.png');
      await artist.press('button', 'Continue');
      await artist.choose('You answer because', 'I inherited the rights');
      await artist.press('button', 'Yes on my terms');
      await artist.fill('Credit line', 'A draughtswoman');
      await artist.press('checkbox', 'These are my own works');
      await artist.choose('You may say yes because', 'I have a mandate from who holds them');
      await artist.fill('Last day (may be left empty)', '2040-06-30');
      await artist.press('button', 'Continue');
      await askForMail(artist, 'terms@example.org');

      const phone = await stage.visitor();
      await phone.open(mailedLink('terms@example.org'));
      await phone.see('Sign in and record your answer');
      for (const text of [
        'Yes on terms to AI training',
        'I inherited the rights',
        'Mandate',
        'A draughtswoman',
      ]) {
        await phone.read(text);
      }
      await phone.read('30 June 2040');
      await phone.press('button', 'Sign in and record this answer');
      await phone.see('Your answer is on the record.');
      await phone.press('link', /^[0-9a-f]{20}/);
      await phone.see('Yes on terms to AI training');
      await phone.read('The no in this answer counts; the terms do not.');
      await phone.read('A draughtswoman');
      await phone.read('Until 30 June 2040');
      expect(phone.mishaps).toEqual(NO_MISHAPS);
      await phone.leave();
    });

    it('records nothing that came with a link by itself, however often the page is opened', async () => {
      artist = await stage.visitor();
      await artist.open('/say-no');
      await sayNoTo(artist, 'https://sketches.example/ermine.png');
      await askForMail(artist, 'owner@example.org');
      const link = mailedLink('owner@example.org');

      const owner = await stage.visitor();
      await owner.open(link);
      await owner.page.reload();
      await owner.see('Sign in and record your answer');
      await owner.read('Nothing is recorded until you press the button.');
      await owner.open('/ask?url=sketches.example/ermine.png');
      await owner.read('Nobody has answered');
      expect(await owner.text()).not.toMatch(/AI training\s+No\b/);
      expect(owner.mishaps).toEqual(NO_MISHAPS);
      await owner.leave();
    });

    it('needs no pointer: by keys alone from a picture on the device to a no that the mailed link puts on record', async () => {
      artist = await stage.visitor(DESKTOP);
      const typist = new Typist(artist);
      await artist.open('/');
      await typist.give('Choose a picture', {
        name: 'heron.png',
        mimeType: 'image/png',
        buffer: await drawing(9),
      });
      await typist.arriveAt('Find a picture');
      await artist.read('Nothing found, in what we can search');
      await typist.choose(artist.named('button', 'This is mine'));
      await typist.arriveAt('May AI be trained on it?');
      await typist.choose(artist.named('button', 'No'));
      await typist.arriveAt('So that only you can change it');
      await typist.fill('E-mail address', 'typist@example.org');
      await typist.press('Enter');
      await artist.read('We have sent a mail to typist@example.org');
      expect(await typist.isFocused(artist.page.locator('body'))).toBe(false);

      const tab = await artist.newTab();
      const there = new Typist(tab);
      await tab.open(mailedLink('typist@example.org'));
      await there.choose(tab.named('button', 'Sign in and record my no'));
      await there.arriveAt(ON_RECORD);
      await there.choose(tab.named('link', 'To the work'));
      await there.arriveAt('heron');
    });

    it('records an answer about a song on any other device, by the fingerprints in the link', async () => {
      const song = Buffer.from(wavTune(30));
      artist = await stage.visitor();
      await artist.open('/search/picture');
      await artist.give('Choose a picture', { name: 'lullaby.wav', mimeType: 'audio/wav', buffer: song });
      await artist.read('Songs cannot be searched for here.');
      await artist.press('button', 'This is mine');
      await artist.fill('What it is called', 'Lullaby for a vole');
      await artist.press('button', 'No');
      await artist.see('So that only you can change it');
      await artist.page.reload();
      await artist.read('Fingerprints of the work');
      await askForMail(artist, 'singer@example.org');
      await artist.read('your answer goes with it');

      const phone = await stage.visitor();
      await phone.open(mailedLink('singer@example.org'));
      await phone.read('Lullaby for a vole');
      await phone.read(createHash('sha256').update(song).digest('hex'));
      await phone.press('button', 'Sign in and record my no');
      await phone.see(ON_RECORD);
      await phone.press('link', 'To the work');
      await phone.see('Lullaby for a vole');
      expect(phone.mishaps).toEqual(NO_MISHAPS);
      await phone.leave();

      await artist.press('button', 'Send a new code');
      await artist.read('We have sent a new mail');
      await artist.fill('Code from the mail', mailedCode('singer@example.org'));
      await artist.press('button', 'Use this code');
      await artist.see(ON_RECORD);
      await artist.open('/desk');
      expect(await artist.named('button', /^Withdraw: /).count()).toBe(1);
      await artist.open('/desk/works');
      expect(await artist.page.getByText('Lullaby for a vole').count()).toBe(1);
    });

    it('says when an answer did not come with its link whole; the link still signs in', async () => {
      artist = await stage.visitor();
      await artist.open('/say-no');
      await sayNoTo(artist, 'https://sketches.example/marten.png');
      await askForMail(artist, 'broken@example.org');

      const phone = await stage.visitor();
      await phone.open(mailedLink('broken@example.org').slice(0, -30));
      await phone.read('The answer that belongs to this link did not arrive whole.');
      await phone.press('button', 'Sign me in');
      await phone.see('My desk');
      expect(phone.mishaps).toEqual(NO_MISHAPS);
      await phone.leave();
    });

    it('says of a changed answer that the link from before does not know it', async () => {
      artist = await stage.visitor();
      await artist.open('/say-no');
      await sayNoTo(artist, 'https://sketches.example/vole.png');
      await askForMail(artist, 'changed@example.org');
      await artist.read('your answer goes with it');
      await artist.page.goBack();
      await artist.see('May AI be trained on it?');
      await artist.choose('You answer because', 'I hold the rights');
      await artist.press('button', 'No');
      await artist.read('Its link does not know this answer');
      await artist.press('button', 'Send a new code');
      await artist.read('your answer goes with it');

      const phone = await stage.visitor();
      await phone.open(mailedLink('changed@example.org'));
      await phone.read('I hold the rights');
      await phone.leave();
    });

    it('signs in by the link of a mail that was asked for without an answer', async () => {
      artist = await stage.visitor();
      await artist.open('/sign-in');
      await askForMail(artist, 'plain@example.org');
      const phone = await stage.visitor();
      await phone.open(mailedLink('plain@example.org'));
      await phone.press('button', 'Sign me in');
      await phone.see('My desk');
      await phone.open('/sign-in?next=/account');
      await phone.see('My account');
      await phone.leave();
    });

    it('asks for the authenticator app before the answer that came with a link is recorded, and loses nothing by it', async () => {
      artist = await stage.visitor();
      await artist.open('/sign-in');
      await askForMail(artist, 'guarded@example.org');
      await artist.fill('Code from the mail', mailedCode('guarded@example.org'));
      await artist.press('button', 'Use this code');
      await artist.see('My desk');
      await artist.open('/account');
      await artist.pressOn(artist.page.getByText('Use an authenticator app'));
      await artist.press('button', 'Begin');
      await artist.named('img', /as a code for its camera/).waitFor();
      expect(await obstacles(artist)).toEqual([]);
      const secret = fromBase32(await artist.page.locator('#second-step code').innerText());
      await artist.fill('Code of your authenticator app', codeAt(secret, stepAt(new Date())));
      await artist.press('button', 'Turn it on');
      await artist.read(/^Since .*, signing in also takes a code/);
      const [recovery = 'none'] = RECOVERY_CODE.exec(await artist.text()) ?? [];

      const phone = await stage.visitor();
      await phone.open('/say-no');
      await sayNoTo(phone, 'https://sketches.example/genet.png');
      await askForMail(phone, 'guarded@example.org');
      await phone.open(mailedLink('guarded@example.org'));
      await phone.press('button', 'Sign in and record my no');
      await phone.fill('Code of your authenticator app', '000000');
      await phone.press('button', 'Go on');
      await phone.read('This code is wrong, or was used already.');
      expect(await obstacles(phone)).toEqual([]);
      expect(await phone.overhang()).toBeLessThanOrEqual(0);
      await phone.press('button', 'I do not have the app at hand');
      await phone.fill('One of your recovery codes', recovery);
      await phone.press('button', 'Go on');
      await phone.see(ON_RECORD);
      expect(inbox.newestTo('guarded@example.org').text).toContain('with a recovery code in place of');
      expect(phone.mishaps).toEqual(NO_MISHAPS);
      await phone.leave();

      // A phone may drop the page while its owner looks into the app: the question is still there.
      const again = await stage.visitor();
      await again.open('/sign-in');
      await askForMail(again, 'guarded@example.org');
      await again.fill('Code from the mail', mailedCode('guarded@example.org'));
      await again.press('button', 'Use this code');
      await again.page.getByRole('dialog').waitFor();
      await again.page.reload();
      await again.fill('Code of your authenticator app', codeAt(secret, stepAt(new Date()) + 1));
      await again.press('button', 'Go on');
      await again.see('My desk');
      await again.leave();
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

/** RFC 4648 §6, as an app reads what was typed into it. */
function fromBase32(typed: string): Uint8Array {
  const letters = Array.from(typed.replaceAll(/\s/g, ''));
  const bits = letters.map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  return Uint8Array.from(bits.join('').match(/.{8}/g) ?? [], (byte) => parseInt(byte, 2));
}

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
