import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { openSmtpInbox, type SmtpInbox } from '../identity/smtp-inbox.js';
import type { Recording } from '../../src/sound/chromaprint.js';
import { melody } from '../sound/melody.js';
import { Journey, MODES, type Mode } from '../support/browser-journey.js';
import { Stage } from '../support/browser-stage.js';
import type { Visitor } from '../support/browser-visitor.js';
import { NO_MISHAPS } from '../support/browser-watch.js';
import { denyAddress, openCase } from '../support/journey-scene.js';
import { flacOf, wavOf } from '../support/packed-recording.js';
import { runCommand } from '../support/server-process.js';
import { tarArchive } from '../support/tar-archive.js';
import { openTestSite, type TestSite } from '../support/test-site.js';

const data = process.env['ASSENT_ACCEPT_DATA'] ?? '';
/** A folder for a picture of every screen, for whoever wants to look at them. */
const PICTURES = process.env['ASSENT_ACCEPT_PICTURES'];
const PROFILES = 'behance.net';
const CREDIT = 'Drawn by the illustrator of foxes';
/** Semitones between the notes in the first and in the second half of a song, for each mode. */
const STEPS = [
  [5, 7],
  [7, 5],
  [5, 11],
  [11, 5],
  [7, 11],
  [11, 7],
  [5, 2],
  [2, 5],
] as const;

interface Answer {
  readonly address: string;
  readonly decision: string;
}

/** Each in a real browser, from the first screen to what `assent check` does to a changed copy. */
describe('the journeys of people', () => {
  let inbox: SmtpInbox;
  let site: TestSite;
  let stage: Stage;
  let detailed: Buffer[];
  const making: Journey[] = [];

  beforeAll(async () => {
    [inbox, site] = await Promise.all([openSmtpInbox(), openTestSite()]);
    stage = await Stage.open({
      ASSENT_SMTP_URL: inbox.url,
      ASSENT_TRUST_PROXY: '1',
      ASSENT_MAIL_FROM: 'Assent <registry@assent.example>',
      ASSENT_HOST_MAP: [...MODES.map(studioOf), PROFILES]
        .map((host) => `${host}=127.0.0.1:${site.port}`)
        .join(','),
    });
    const originals = join(stage.home.folder, 'originals');
    await mkdir(originals);
    execFileSync('tar', ['-xf', join(data, 'openclipart-600.tar'), '-C', originals]);
    const names = (await readdir(originals)).filter((name) => name.endsWith('.jpg')).sort();
    const files = await Promise.all(names.map((name) => readFile(join(originals, name))));
    detailed = files.toSorted((a, b) => b.length - a.length).slice(0, 50);
  });

  afterEach(async () => {
    for (const { visitor } of making.splice(0)) {
      expect(visitor.mishaps).toEqual(NO_MISHAPS);
      await visitor.leave();
    }
  });

  afterAll(async () => {
    await stage.close();
    await Promise.all([inbox.close(), site.close()]);
  });

  it.each(MODES)(
    'an artist with a domain, $name: the site is proven and a copy elsewhere is denied on their word',
    async (mode) => {
      const artist = await begin(mode, 'domain');
      const studio = studioOf(mode);
      const { visitor, words } = artist;
      await visitor.open('/');
      await visitor.press('link', words.home.sayNo);
      await artist.sayNoTo(studio, 'DOMAIN');
      await artist.signInByMail(`domain-${mode.name}@example.org`);
      await visitor.see(words.done.titleNo);
      await visitor.press('button', words.done.prove);
      await visitor.see(studio);
      site.files.set('/.well-known/assent-challenge.txt', await artist.copied(words.proof.content));
      await visitor.press('button', words.proof.checkNow);
      await visitor.read(new RegExp(`^${words.grades.VERIFIED(studio)}$`, 'i'));
      tell('domain', mode, visitor);

      const work = await picture(10 + MODES.indexOf(mode));
      await artist.claimFile({ name: 'a work.png', mimeType: 'image/png', buffer: work });
      await artist.no();
      await visitor.see(words.done.titleNo);
      await visitor.read(words.works.showStronger);
      expect(
        await checkedShard({
          [`https://${studio}/anything.png`]: await picture(1),
          'https://copies.example/domain.jpg': await changed(work),
          'https://copies.example/other.jpg': await picture(2),
        }),
      ).toEqual(['DENIED', 'DENIED', 'UNKNOWN']);
    },
  );

  it.each(MODES)(
    'an artist with a profile on a shared host, $name: the host is refused, the folder proven by a link back',
    async (mode) => {
      const artist = await begin(mode, 'profile');
      const folder = `paperfox-${mode.name}`;
      const { visitor, words } = artist;
      await visitor.open('/say-no');
      await artist.sayNoTo(PROFILES, 'DOMAIN');
      await artist.signInByMail(`profile-${mode.name}@example.org`);
      await visitor.read(
        words.refusals?.PUBLIC_SUFFIX.title ?? new RegExp(PROFILES.replace('.', String.raw`\.`)),
      );
      await visitor.press('button', words.sayNo.changeAddress);
      await artist.sayNoTo(`https://${PROFILES}/${folder}/`, 'PATH');
      await visitor.see(words.done.titleNo);
      await visitor.press('button', words.done.prove);
      await visitor.see(`${PROFILES}/${folder}/`);
      if ((await visitor.named('radio', new RegExp(`^${words.proof.ways.HTML_LINK.label}`)).count()) > 0) {
        await visitor.press('radio', new RegExp(`^${words.proof.ways.HTML_LINK.label}`));
      }
      const link = await artist.copied(words.proof.link);
      site.files.set(`/${folder}/`, {
        headers: { 'content-type': 'text/html' },
        body: `<!doctype html><title>Paper fox</title><a rel="me" href="${link}">registry</a>`,
      });
      await visitor.press('button', words.proof.checkNow);
      await visitor.read(new RegExp(`^${words.grades.VERIFIED(`${PROFILES}/${folder}/`)}$`, 'i'));
      tell('profile', mode, visitor);
      const work = await picture(3);
      expect(
        await checkedShard({
          [`https://${PROFILES}/${folder}/fox.jpg`]: await changed(work),
          [`https://${PROFILES}/somebody/fox.jpg`]: work,
        }),
      ).toEqual(['DENIED', 'UNKNOWN']);
    },
  );

  it.each(MODES)(
    'an artist with neither, $name: a dropped picture is denied wherever it lies',
    async (mode) => {
      const artist = await begin(mode, 'neither');
      const { visitor } = artist;
      const work = await picture(20 + MODES.indexOf(mode));
      await artist.denyPicture(work, `neither-${mode.name}@example.org`);
      expect(visitor.screens.length).toBeLessThanOrEqual(6);
      expect(visitor.inputs.length).toBeLessThanOrEqual(10);
      tell('neither', mode, visitor);
      expect(
        await checkedShard({ [`https://copies.example/${mode.name}.jpg`]: await changed(work) }),
      ).toEqual(['DENIED']);
    },
  );

  it.each(MODES)(
    'an illustrator who says yes for credit, $name: it counts once a moderator has looked, and names the credit',
    async (mode) => {
      const artist = await begin(mode, 'illustrator');
      const { visitor, words } = artist;
      const work = await picture(30 + MODES.indexOf(mode));
      const copies = { [`https://copies.example/credit-${mode.name}.jpg`]: await changed(work) };
      await artist.claimFile({ name: 'foxes.png', mimeType: 'image/png', buffer: work });
      await visitor.press('button', words.preferences.CONDITIONAL);
      await visitor.read(words.conditions.needsProofOfWork);
      await visitor.fill(words.terms.credit, CREDIT);
      await visitor.press('checkbox', words.conditions.ownWorks);
      await visitor.press('button', words.next);
      await artist.signInByMail(`illustrator-${mode.name}@example.org`);
      await visitor.see(words.done.title);
      await visitor.read(words.done.countsLaterTermsOfWork);
      await visitor.press('link', words.works.toWork);
      await visitor.see('foxes');
      await visitor.fill(
        words.evidence.text,
        `The layered files, and sketches of each fox with dates, ${mode.name}.`,
      );
      await visitor.press('button', words.evidence.send);
      await visitor.read(words.evidence.sent);
      tell('illustrator', mode, visitor);
      expect(await checkedShard(copies)).toEqual(['DENIED']);

      await decideACase(mode, `credit-${mode.name}`);
      const [terms, kept] = ['terms.ndjson', 'kept.tar'].map((name) => join(stage.home.folder, name));
      expect(await checkedShard(copies, '--conditional', terms ?? '')).toEqual(['CONDITIONAL']);
      expect(await readFile(terms ?? '', 'utf8')).toContain(CREDIT);
      await checkedShard(copies, '--keep', 'allowed', '--out', kept ?? '');
      expect(await readFile(kept ?? '')).toEqual(tarArchive([]));
    },
  );

  it.each(MODES)(
    'a musician, $name: a song that was made quieter and packed as FLAC is denied',
    async (mode) => {
      const artist = await begin(mode, 'musician');
      const { visitor, words } = artist;
      const song = songOf(MODES.indexOf(mode));
      await artist.claimFile({
        name: 'evening song.wav',
        mimeType: 'audio/wav',
        buffer: Buffer.from(wavOf(song)),
      });
      await artist.no();
      await artist.signInByMail(`musician-${mode.name}@example.org`);
      await visitor.see(words.done.titleNo);
      tell('musician', mode, visitor);
      const quieter = { ...song, samples: song.samples.map((sample) => Math.round(sample / 2)) };
      expect(
        await checkedShard({
          'https://copies.example/song.flac': Buffer.from(flacOf(quieter)),
          'https://copies.example/other.wav': Buffer.from(wavOf(melody({ step: 1, seconds: 40 }))),
        }),
      ).toEqual(['DENIED', 'UNKNOWN']);
    },
  );

  it.each(MODES)(
    'a writer, $name: a page set otherwise, with a few words changed, is denied',
    async (mode) => {
      const artist = await begin(mode, 'writer');
      const story = storyOf(MODES.indexOf(mode));
      const { visitor, words } = artist;
      await artist.claimFile({ name: 'the ferry.txt', mimeType: 'text/plain', buffer: Buffer.from(story) });
      await artist.no();
      await artist.signInByMail(`writer-${mode.name}@example.org`);
      await visitor.see(words.done.titleNo);
      tell('writer', mode, visitor);
      const copy = story.replaceAll('\n', '  \n\n ').replace('lantern', 'lamp').replace('slowly', 'at last');
      await runCommand(stage.home, 'snapshot', 'build');
      const [table, decisions] = ['texts.ndjson', 'texts-decided.ndjson'].map((name) =>
        join(stage.home.folder, name),
      );
      const rows = [copy, OTHER_STORY].map((text, at) => ({ url: `https://copies.example/${at}`, text }));
      await writeFile(table ?? '', rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
      const options = ['--text-column', 'text', '--decisions', decisions ?? ''];
      const ran = await runCommand(stage.home, 'check', table ?? '', '--use', 'train-ai', ...options);
      expect([ran.exit, ran.stderr]).toEqual([0, ran.stderr]);
      expect((await answersIn(decisions ?? '')).map(({ decision }) => decision)).toEqual([
        'DENIED',
        'UNKNOWN',
      ]);
    },
  );

  it.each(MODES)(
    'a builder, $name: pasted addresses are answered, and the snapshot is offered',
    async (mode) => {
      await denyAddress(stage.server.url, 'https://maps.example/1.png');
      await runCommand(stage.home, 'snapshot', 'build');
      const builder = await begin(mode, 'builder');
      await builder.checkAddresses('https://maps.example/1.png', 'https://maps.example/2.png');
      tell('builder', mode, builder.visitor);
    },
  );

  it.each(MODES)('a moderator, $name: signs in, takes a case and decides it with a reason', async (mode) => {
    const address = `https://evident.example/${mode.name}.png`;
    await openCase(stage.server.url, address, `The sketches of ${mode.name}, with their dates.`);
    await decideACase(mode, mode.name);
  });

  it.each(MODES)(
    'a visitor, $name: an answer is proven in the browser, and leads to the log',
    async (mode) => {
      await denyAddress(stage.server.url, 'https://maps.example/1.png');
      const reader = await begin(mode, 'visitor');
      await reader.proveAnswer('https://maps.example/1.png');
      tell('visitor', mode, reader.visitor);
    },
  );

  async function begin(mode: Mode, name: string): Promise<Journey> {
    const journey = await Journey.begin(stage, inbox, mode, name, PICTURES);
    making.push(journey);
    return journey;
  }

  /** The oldest case that waits is approved. */
  async function decideACase(mode: Mode, name: string): Promise<void> {
    const email = `moderator-${name}@assent.example`;
    await runCommand(stage.home, 'user', 'create', '--role', 'moderator', '--email', email);
    const moderator = await begin(mode, 'moderator');
    await moderator.approveCase(email);
    tell('moderator', mode, moderator.visitor);
  }

  /** What `assent check` says of each file of a shard, in their order. */
  async function checkedShard(
    files: Readonly<Record<string, Buffer>>,
    ...options: readonly string[]
  ): Promise<string[]> {
    const [shard, decisions] = ['copies.tar', 'decisions.ndjson'].map((name) =>
      join(stage.home.folder, name),
    );
    const samples = Object.entries(files).flatMap(([url, bytes], key) => [
      { name: `${key}.${url.split('.').at(-1) ?? ''}`, data: bytes },
      { name: `${key}.json`, data: JSON.stringify({ url, key: String(key) }) },
    ]);
    await writeFile(shard ?? '', tarArchive(samples));
    await rm(decisions ?? '', { force: true });
    await runCommand(stage.home, 'snapshot', 'build');
    const asked = ['check', shard ?? '', '--use', 'train-ai', '--decisions', decisions ?? '', ...options];
    const ran = await runCommand(stage.home, ...asked);
    if (ran.exit !== 0) throw new Error(ran.stderr);
    return (await answersIn(decisions ?? '')).map(({ decision }) => decision);
  }

  async function answersIn(path: string): Promise<Answer[]> {
    const lines = (await readFile(path, 'utf8')).trim().split('\n');
    return lines.map((line) => JSON.parse(line) as Answer);
  }

  /** One of the 600 pictures, as PNG: among the fifty largest files, since one of few details is found by its bytes alone. */
  async function picture(number: number): Promise<Buffer> {
    return sharp(detailed[number]).png().toBuffer();
  }

  /** Mirrored, and packed as pictures are that were passed on. */
  function changed(work: Buffer): Promise<Buffer> {
    return sharp(work).flop().jpeg({ quality: 50 }).toBuffer();
  }
});

function tell(name: string, mode: Mode, { screens, inputs }: Visitor): void {
  const figures = { journey: name, mode: mode.name, screens: screens.length, inputs: inputs.length };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

/** A place of their own for whoever comes in a mode. */
function studioOf({ name }: Mode): string {
  return `studio-${name}.example`;
}

/** A song of its own for each number. */
function songOf(number: number): Recording {
  const halves = (STEPS[number] ?? []).map((step) => melody({ step, seconds: 20 }));
  const samples = Int16Array.from(halves.flatMap((half) => [...half.samples]));
  return { ...melody({ step: 1, seconds: 1 }), samples };
}

/** A text of its own for each number: the same words, every so many further on. */
function storyOf(number: number): string {
  const words = STORY.split(' ');
  const stride = [1, 5, 7, 11, 13, 17, 19, 23][number] ?? NaN;
  return words.map((_, at) => words[(at * stride) % words.length] ?? '').join(' ');
}

const STORY = `The ferry left the quay a little after six, as it had every evening since the bridge was closed.
Nobody stood at the rail but a woman with a lantern, who counted the lights of the far shore under her breath.
When the engine stopped in the middle of the river she did not look up; she had known that it would.
The captain came down slowly, wiping his hands, and said that there was another boat on the way.
She said that there was always another boat, and went on counting until the last of the lights had gone.
`;
const OTHER_STORY = `A bakery needs flour, water, salt and patience, and the last of these cannot be bought in any sack.
At four in the morning the ovens are already warm, and the street outside belongs to cats and to the baker's radio.
By noon everything is sold, and what remains on the shelves is the smell, which customers are given for nothing.
`;
