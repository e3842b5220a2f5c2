import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { GraphqlClient } from '../support/graphql-client.js';
import {
  makeTestHome,
  runCommand,
  type ServerProcess,
  startServerProcess,
  type TestHome,
} from '../support/server-process.js';
import { tarArchive, type TarFile } from '../support/tar-archive.js';

const data = process.env['ASSENT_ACCEPT_DATA'] ?? '';
const WORKS = 50;
const ARTIST = 'artist@example.org';

type Change = (picture: Sharp, size: { width: number; height: number }) => Sharp;

const inset = (share: number): Change => {
  return (picture, { width, height }) =>
    picture.extract({
      left: Math.round(width * share),
      top: Math.round(height * share),
      width: Math.round(width * (1 - 2 * share)),
      height: Math.round(height * (1 - 2 * share)),
    });
};

/** What was done to each copy, and to how many of 50 at least a no has to reach, by itself and once its artist has confirmed. */
const CHANGES: Readonly<Record<string, readonly [change: Change, atOnce: number, confirmed: number]>> = {
  half: [(picture, { width }) => picture.resize(Math.round(width / 2)), 35, 45],
  jpeg50: [(picture) => picture.jpeg({ quality: 50 }), 35, 45],
  grey: [(picture) => picture.grayscale(), 35, 45],
  mirrored: [(picture) => picture.flop(), 35, 45],
  turned: [(picture) => picture.rotate(90), 35, 45],
  cropped3: [inset(0.015), 10, 45],
  cropped20: [inset(0.1), 0, 40],
  captioned: [
    (picture, { width }) =>
      picture
        .extend({ bottom: CAPTION_HEIGHT, background: '#fff' })
        .composite([{ input: captionOf(width), gravity: 'southwest' }]),
    0,
    35,
  ],
};
const CAPTION_HEIGHT = 48;

function captionOf(width: number): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${CAPTION_HEIGHT}">
       <text x="6" y="30" font-size="22">Look at this</text></svg>`,
  );
}

interface Match {
  readonly id: string;
  readonly address: string;
  readonly method: string;
  readonly kind: string;
  readonly distance: number | null;
  readonly score: number | null;
  readonly state: string;
}

/** 50 of the 600 works are registered; a shard of changed copies of all 600 comes in, under addresses that nobody claimed. */
describe('works, and changed copies of them in a shard', () => {
  let scratch: string;
  let home: TestHome;
  let server: ServerProcess;
  let api: GraphqlClient;
  /** Address of each copy, by the work that it is of; only of works that were registered. */
  const ownCopies = new Map<string, { work: string; change: string }>();
  /** Address of each copy of another work. */
  const strangers: string[] = [];
  /** Who drew what, by the name of its file. */
  const creators = new Map<string, string>();

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'assent-found-'));
    home = await makeTestHome();
    const originals = join(scratch, 'originals');
    const works = join(scratch, 'works');
    await mkdir(originals);
    await mkdir(works);
    execFileSync('tar', ['-xf', join(data, 'openclipart-600.tar'), '-C', originals]);
    const files: TarFile[] = [];
    for (let number = 0; number < 600; number += 6) {
      const name = String(number).padStart(9, '0');
      const bytes = await readFile(join(originals, `${name}.jpg`));
      const facts = JSON.parse(await readFile(join(originals, `${name}.json`), 'utf8')) as {
        creator: string;
      };
      creators.set(name, facts.creator);
      const isMine = number % 12 === 0;
      if (isMine) await writeFile(join(works, `${name}.jpg`), bytes);
      const changes = isMine ? Object.keys(CHANGES) : ['jpeg50'];
      for (const change of changes) files.push(...(await copyOf(name, bytes, change, isMine)));
    }
    await writeFile(join(scratch, 'copies.tar'), tarArchive(files));
    await writeFile(join(scratch, 'asked.txt'), [...ownCopies.keys(), ...strangers].join('\n'));
    server = await startServerProcess(home);
    api = new GraphqlClient(server.url);
    await api.register(ARTIST);
  });

  afterAll(async () => {
    await server.stop();
    await home.remove();
    await rm(scratch, { recursive: true });
  });

  async function copyOf(name: string, bytes: Buffer, change: string, isMine: boolean): Promise<TarFile[]> {
    const url = `https://copies.test/${change}/${name}.jpg`;
    if (isMine) ownCopies.set(url, { work: `${name}.jpg`, change });
    else strangers.push(url);
    const make = CHANGES[change]?.[0];
    if (make === undefined) throw new Error(`No such change: ${change}`);
    const { width, height } = await sharp(bytes).metadata();
    const copy = await make(sharp(bytes), { width, height }).jpeg({ quality: 85 }).toBuffer();
    const key = `${change}-${name}`;
    const facts = { url, caption: 'a picture', key, status: 'success' };
    return [
      { name: `${key}.jpg`, data: copy },
      { name: `${key}.txt`, data: 'a picture' },
      { name: `${key}.json`, data: JSON.stringify(facts) },
    ];
  }

  /** How many copies of each kind `assent check` denies, and how many of other works. */
  async function denied(): Promise<{ byChange: Record<string, number>; strangers: number }> {
    await runCommand(home, 'snapshot', 'build');
    const decisions = join(scratch, 'decisions.ndjson');
    await rm(decisions, { force: true });
    const { exit, stderr } = await runCommand(
      home,
      ...['check', join(scratch, 'asked.txt'), '--use', 'train-ai', '--decisions', decisions],
    );
    if (exit !== 0) throw new Error(stderr);
    const lines = (await readFile(decisions, 'utf8')).trim().split('\n');
    const rows = lines.map((line) => JSON.parse(line) as { address: string; decision: string });
    const byChange: Record<string, number> = {};
    let others = 0;
    for (const { address, decision } of rows) {
      if (decision !== 'DENIED') continue;
      const own = ownCopies.get(address);
      if (own === undefined) others += 1;
      else byChange[own.change] = (byChange[own.change] ?? 0) + 1;
    }
    return { byChange, strangers: others };
  }

  async function matches(): Promise<(Match & { readonly work: string })[]> {
    const found: (Match & { work: string })[] = [];
    const { viewer } = await api.ask<{
      viewer: { works: { edges: { node: { id: string; title: string } }[] } };
    }>('{ viewer { works(first: 100) { edges { node { id title } } } } }');
    for (const { node } of viewer.works.edges) {
      const { work } = await api.ask<{ work: { matches: { edges: { node: Match }[] } } }>(
        `query($id: ID!) { work(id: $id) { matches(first: 100) { edges { node {
           id address method kind distance score state } } } } }`,
        { id: node.id },
      );
      found.push(...work.matches.edges.map((edge) => ({ ...edge.node, work: node.title })));
    }
    return found;
  }

  const tell = (figures: object) => process.stdout.write(`${JSON.stringify(figures)}\n`);
  const nameIn = (address: string) => /(\d{9})\.jpg$/.exec(address)?.[1] ?? '';
  const isOwn = ({ address, work }: Match & { readonly work: string }) =>
    ownCopies.get(`https://${address}`)?.work.startsWith(work) === true;

  it('are found with method and score, denied at once where a machine is sure, and confirmed in bulk', async () => {
    const added = await runCommand(
      home,
      ...['works', 'add', join(scratch, 'works'), '--account', ARTIST, '--say-no'],
    );
    expect(added.stdout).toContain(`${WORKS} works registered`);
    const ingested = await runCommand(home, 'ingest', join(scratch, 'copies.tar'), '--dataset', 'copies');
    expect(ingested.exit).toBe(0);

    const found = await matches();
    for (const { method, distance, score } of found) {
      expect(method === 'PDQ' ? distance : score).not.toBeNull();
    }
    const sure = found.filter(({ state }) => state === 'MATCHED');
    const suggested = found.filter(({ state }) => state === 'SUGGESTED');
    const atOnce = await denied();
    const tally = (some: readonly (Match & { work: string })[]) => ({
      own: some.filter(isOwn).length,
      others: some.filter((one) => !isOwn(one)).length,
    });
    tell({ sure: tally(sure), suggested: tally(suggested), deniedAtOnce: atOnce });
    // One drawing of a king on two cards, say: versions by one hand are called the same, and nobody else's work.
    for (const one of sure.filter((match) => !isOwn(match))) {
      expect(creators.get(nameIn(one.address))).toBe(creators.get(one.work));
    }
    expect(atOnce.strangers).toBeLessThanOrEqual(2);
    for (const [change, [, least]] of Object.entries(CHANGES)) {
      expect([change, (atOnce.byChange[change] ?? 0) >= least]).toEqual([change, true]);
    }

    await decide(suggested.filter(isOwn), true);
    await decide(
      suggested.filter((one) => !isOwn(one)),
      false,
    );
    const after = await denied();
    tell({ deniedOnceConfirmed: after });
    expect(after.strangers).toBe(atOnce.strangers);
    for (const [change, [, , least]] of Object.entries(CHANGES)) {
      expect([change, (after.byChange[change] ?? 0) >= least]).toEqual([change, true]);
    }
  });

  async function decide(some: readonly Match[], confirm: boolean): Promise<void> {
    for (let at = 0; at < some.length; at += 500) {
      const matchIds = some.slice(at, at + 500).map(({ id }) => id);
      const { decideMatches } = await api.ask<{ decideMatches: { __typename: string } }>(
        'mutation($input: DecideMatchesInput!) { decideMatches(input: $input) { __typename } }',
        { input: { matchIds, confirm } },
      );
      expect(decideMatches.__typename).toBe('DecideMatchesPayload');
    }
  }
});
