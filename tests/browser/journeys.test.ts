import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { openSmtpInbox, type SmtpInbox } from '../identity/smtp-inbox.js';
import { describeInBrowser } from '../support/browser.js';
import { Journey, type Mode, OPPOSITE_MODES } from '../support/browser-journey.js';
import { Stage } from '../support/browser-stage.js';
import { NO_MISHAPS } from '../support/browser-watch.js';
import { denyAddress, openCase } from '../support/journey-scene.js';
import { drawing } from '../support/drawing.js';
import { runCommand } from '../support/server-process.js';
import { tarArchive } from '../support/tar-archive.js';

const MOST_SCREENS = 6;
const MOST_INPUTS = 10;
const DENIED = 'https://maps.example/1.png';

/** `npm run accept` makes these and others in all eight ways to look at the pages; here they are made in two that have nothing in common. */
describeInBrowser('the main journey of', () => {
  let inbox: SmtpInbox;
  let stage: Stage;
  const making: Journey[] = [];

  beforeAll(async () => {
    inbox = await openSmtpInbox();
    stage = await Stage.open({
      ASSENT_SMTP_URL: inbox.url,
      ASSENT_MAIL_FROM: 'Assent <registry@assent.example>',
    });
    await denyAddress(stage.server.url, DENIED);
    for (const { name } of OPPOSITE_MODES) {
      await openCase(stage.server.url, `https://evident.example/${name}.png`, `Sketches of ${name}.`);
    }
    await runCommand(stage.home, 'snapshot', 'build');
  });

  afterEach(async () => {
    for (const { visitor } of making.splice(0)) {
      expect(visitor.mishaps).toEqual(NO_MISHAPS);
      await visitor.leave();
    }
  });

  afterAll(async () => {
    await stage.close();
    await inbox.close();
  });

  it.each(OPPOSITE_MODES)('a builder, $name, answers pasted addresses', async (mode) => {
    const builder = await begin(mode);
    await builder.checkAddresses(DENIED, 'https://maps.example/2.png');
  });

  it.each(OPPOSITE_MODES)(
    'whoever only looks, $name, ends with a proof that the browser verified',
    async (mode) => {
      const reader = await begin(mode);
      await reader.proveAnswer(DENIED);
    },
  );

  it.each(OPPOSITE_MODES)('a moderator, $name, ends with a case decided', async (mode) => {
    const email = `moderator-${mode.name}@assent.example`;
    await runCommand(stage.home, 'user', 'create', '--role', 'moderator', '--email', email);
    const moderator = await begin(mode);
    await moderator.approveCase(email);
  });

  it.each(OPPOSITE_MODES)(
    'an artist, $name, takes at most 6 screens and 10 inputs from a picture to a no that denies a changed copy',
    async (mode) => {
      const artist = await begin(mode);
      const picture = await drawing(7 + OPPOSITE_MODES.indexOf(mode));
      await artist.denyPicture(picture, `artist-${mode.name}@example.org`);
      expect(artist.visitor.screens.length).toBeLessThanOrEqual(MOST_SCREENS);
      expect(artist.visitor.inputs.length).toBeLessThanOrEqual(MOST_INPUTS);
      const copies = {
        copy: await sharp(picture).resize(320).jpeg({ quality: 40 }).toBuffer(),
        other: await drawing(11),
      };
      expect(await checkedShard(copies)).toEqual({ copy: 'DENIED', other: 'UNKNOWN' });
    },
  );

  async function begin(mode: Mode): Promise<Journey> {
    const journey = await Journey.begin(stage, inbox, mode, 'journey');
    making.push(journey);
    return journey;
  }

  /** What `assent check` says of each file of a shard, at addresses that nobody claimed. */
  async function checkedShard(files: Readonly<Record<string, Buffer>>): Promise<Record<string, string>> {
    const [shard, decisions] = ['copies.tar', 'decisions.ndjson'].map((name) =>
      join(stage.home.folder, name),
    );
    const samples = Object.entries(files).flatMap(([key, data]) => [
      { name: `${key}.jpg`, data },
      { name: `${key}.json`, data: JSON.stringify({ url: `https://copies.example/${key}`, key }) },
    ]);
    await writeFile(shard ?? '', tarArchive(samples));
    await runCommand(stage.home, 'snapshot', 'build');
    const argv = ['check', shard ?? '', '--use', 'train-ai', '--decisions', decisions ?? ''];
    expect(await runCommand(stage.home, ...argv)).toMatchObject({ exit: 0 });
    const lines = (await readFile(decisions ?? '', 'utf8')).trim().split('\n');
    const rows = lines.map((line) => JSON.parse(line) as { address: string; decision: string });
    return Object.fromEntries(
      rows.map(({ address, decision }) => [address.split('/').at(-1) ?? '', decision]),
    );
  }
});
