import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeUtf8 } from '../../src/core/bytes/utf8.js';
import { checkLogEvidence, formatLogEvidence, parseLogEvidence } from '../../src/witness/log-evidence.js';
import { originHash } from '../../src/witness/origin-hash.js';
import { logSigner, ORIGIN, SignedTree, vkeyOf, words } from './signed-tree.js';
import { keyOf, WitnessStage } from './witness-stage.js';

const tree = new SignedTree(words(40));
const fork = new SignedTree(words(40, ' changed', 5));
const logKeys = [keyOf(vkeyOf(logSigner()))];
let stage: WitnessStage;

beforeEach(async () => {
  stage = await WitnessStage.open();
  await stage.start();
  await stage.ask(tree.request(0, 13));
});

afterEach(() => stage.remove());

describe('the evidence of a witness', () => {
  it('proves a fork to whoever has the key of the log', async () => {
    await stage.ask(fork.request(13, 13));
    const [file] = await stage.evidence();
    expect(file?.name).toMatch(/^fork-/);
    expect(checkLogEvidence(file?.bytes ?? new Uint8Array(), logKeys)).toMatchObject({
      ok: true,
      shows: 'fork',
      first: { origin: ORIGIN, size: 13, root: tree.root(13) },
      second: { origin: ORIGIN, size: 13, root: fork.root(13) },
    });
    expect(stage.told).toEqual([expect.stringContaining(file?.name ?? 'no file')]);
  });

  it('is kept of a fork also when the request named another size and was told of the conflict', async () => {
    expect(await stage.ask(fork.request(0, 13))).toEqual({ kind: 'conflict', size: 13 });
    expect(await stage.evidence()).toHaveLength(1);
  });

  it('holds both checkpoints and the failed proof when a larger tree does not hold the smaller', async () => {
    await stage.ask(fork.request(13, 20));
    const [file] = await stage.evidence();
    expect(file?.name).toMatch(/^unproven-/);
    const bytes = file?.bytes ?? new Uint8Array();
    expect(checkLogEvidence(bytes, logKeys)).toMatchObject({
      ok: true,
      shows: 'unproven',
      first: { size: 13, root: tree.root(13) },
      second: { size: 20, root: fork.root(20) },
    });
    expect(parseLogEvidence(bytes)).toMatchObject({ ok: true, evidence: { proof: fork.proof(13, 20) } });
  });

  it('says who cosigned the first tree, and when', async () => {
    await stage.ask(fork.request(13, 13));
    const [file] = await stage.evidence();
    const parsed = parseLogEvidence(file?.bytes ?? new Uint8Array());
    const first = new TextDecoder().decode(parsed.ok ? parsed.evidence.first : new Uint8Array());
    expect(first).toContain(`\u2014 ${stage.key.name} `);
  });

  it('is not kept of what only the request got wrong', async () => {
    await stage.ask(tree.request(13, 20, { proof: [] }));
    await stage.ask(tree.request(13, 13, { proof: [new Uint8Array(32)] }));
    await stage.ask(tree.request(7, 20));
    await stage.ask(tree.request(13, 20, { checkpoint: tree.checkpoint(20, [logSigner(2)]) }));
    expect(await stage.evidence()).toEqual([]);
    expect(stage.told).toEqual([]);
  });

  it('is kept once for the same two checkpoints, and of failed proofs never without measure', async () => {
    for (let at = 0; at < 3; at += 1) await stage.ask(fork.request(13, 20));
    expect(await stage.evidence()).toHaveLength(1);
    const folder = join(stage.folder, 'evidence', originHash(ORIGIN));
    for (let at = 0; at < 63; at += 1) await writeFile(join(folder, `unproven-${at}.json`), '');
    expect(await stage.ask(fork.request(13, 21))).toEqual({ kind: 'refused', refusal: 'inconsistent' });
    expect(await stage.evidence()).toHaveLength(64);
    await stage.ask(fork.request(13, 13));
    expect((await readdir(folder)).filter((name) => name.startsWith('fork-'))).toHaveLength(1);
  });

  it('changes nothing about the refusal when it cannot be written', async () => {
    await rm(join(stage.folder, 'evidence'), { recursive: true, force: true });
    await writeFile(join(stage.folder, 'evidence'), '');
    expect(await stage.ask(fork.request(13, 13))).toEqual({ kind: 'refused', refusal: 'inconsistent' });
    expect(stage.told).toEqual([expect.stringContaining('could not be kept')]);
    await rm(join(stage.folder, 'evidence'));
    await mkdir(join(stage.folder, 'evidence'));
    expect((await stage.ask(tree.request(13, 20))).kind).toBe('cosigned');
  });
});

describe('checking evidence', () => {
  const other = logSigner(1, 'other.example/log');
  const evidence = (changes: Partial<Parameters<typeof formatLogEvidence>[0]> = {}) =>
    formatLogEvidence({
      first: tree.checkpoint(13),
      second: fork.checkpoint(13),
      proof: [],
      ...changes,
    });

  it.each([
    ['not-signed', 'a checkpoint that a stranger signed', { second: fork.checkpoint(13, [logSigner(2)]) }],
    ['not-signed', 'a first that a stranger signed', { first: tree.checkpoint(13, [logSigner(2)]) }],
    ['not-signed', 'something that is no note', { second: encodeUtf8('text\n') }],
    ['two-logs', 'two logs', { second: new SignedTree(words(13), [other]).checkpoint(13) }],
    ['no-contradiction', 'the same tree twice', { second: tree.checkpoint(13) }],
    ['no-contradiction', 'a proof that holds', { second: tree.checkpoint(20), proof: tree.proof(13, 20) }],
  ] as const)('refuses as %s: %s', (code, _what, changes) => {
    const keys = [...logKeys, keyOf(vkeyOf(other))];
    expect(checkLogEvidence(evidence(changes), keys)).toMatchObject({ ok: false, problem: { code } });
  });

  it('is possible without the proof of a fork, which needs none', () => {
    expect(checkLogEvidence(evidence(), logKeys)).toMatchObject({ ok: true, shows: 'fork' });
  });

  it('without the key of the log shows nothing', () => {
    expect(checkLogEvidence(evidence(), [])).toMatchObject({ ok: false, problem: { code: 'not-signed' } });
  });

  it.each([
    ['nothing', ''],
    ['no JSON', 'text'],
    ['a list', '[]'],
    ['another format', changed({ format: 'other' })],
    ['a later version', changed({ version: 2 })],
    ['a field that is not known', changed({ more: 1 })],
    ['no second note', changed({ second: undefined })],
    ['a proof that is no list', changed({ proof: 'AA==' })],
    ['a proof of something else', changed({ proof: [1] })],
    ['a hash that is too short', changed({ proof: ['AA=='] })],
    ['a key given twice', '{"format":"assent-log-evidence","format":"assent-log-evidence"}'],
  ])('refuses to read %s', (_what, text) => {
    expect(checkLogEvidence(encodeUtf8(text), logKeys)).toMatchObject({
      ok: false,
      problem: { code: 'not-evidence' },
    });
  });

  function changed(changes: Record<string, unknown>): string {
    const file = JSON.parse(new TextDecoder().decode(evidence())) as Record<string, unknown>;
    return JSON.stringify({ ...file, ...changes });
  }
});
