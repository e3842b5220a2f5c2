import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { encodeUtf8 } from '../../src/core/bytes/utf8.js';
import { formatCheckpoint } from '../../src/core/tlog/checkpoint.js';
import { openCheckpoint } from '../../src/core/tlog/open-checkpoint.js';
import { signNote } from '../../src/core/tlog/sign-note.js';
import { formatSignedNote, parseSignedNote } from '../../src/core/tlog/signed-note.js';
import { verifyEd25519 } from '../../src/log-key/node-ed25519.js';
import { originHash } from '../../src/witness/origin-hash.js';
import { logSigner, ORIGIN, SignedTree, vkeyOf, words } from './signed-tree.js';
import { keyOf, readAnswer, WitnessStage } from './witness-stage.js';

const tree = new SignedTree(words(40));
const START = 1_795_348_800n;
let stage: WitnessStage;

beforeEach(async () => {
  stage = await WitnessStage.open();
  await stage.start();
});

afterEach(() => stage.remove());

/** A note over any text, signed by the log. */
function signed(text: string): Uint8Array {
  return formatSignedNote({ text, signatures: [signNote(text, logSigner())] });
}

function note(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

describe('a witness', () => {
  it('cosigns the first checkpoint of a log that it sees, whatever its size, at the time of its clock', async () => {
    const answer = await stage.ask(tree.request(0, 13));
    expect(stage.timeOf(answer, tree.text(13))).toBe(START);
  });

  it.each([
    [0, 0, 'an empty log'],
    [0, 1, 'the first leaf'],
    [8, 9, 'from a power of two'],
    [13, 40, 'across several'],
    [13, 13, 'no growth at all'],
  ])('goes from %d leaves to %d: %s', async (from, to) => {
    expect(stage.timeOf(await stage.ask(tree.request(0, from)), tree.text(from))).toBe(START);
    expect(stage.timeOf(await stage.ask(tree.request(from, to)), tree.text(to))).toBe(START);
  });

  it('cosigns the same tree again with a fresh time', async () => {
    await stage.ask(tree.request(0, 13));
    stage.clock.advance({ seconds: 90 });
    expect(stage.timeOf(await stage.ask(tree.request(13, 13)), tree.text(13))).toBe(START + 90n);
  });

  it('never gives a time before the last that it gave, also not after a restart', async () => {
    await stage.ask(tree.request(0, 13));
    stage.clock.advance({ days: -1 });
    expect(stage.timeOf(await stage.ask(tree.request(13, 20)), tree.text(20))).toBe(START);
    await stage.stop();
    await stage.start();
    expect(stage.timeOf(await stage.ask(tree.request(20, 21)), tree.text(21))).toBe(START);
  });

  it('says in a conflict which size it knows, in the media type of the protocol', async () => {
    await stage.ask(tree.request(0, 13));
    const response = await stage.send(tree.request(0, 20));
    expect(response.status).toBe(409);
    expect(response.headers.get('content-type')).toBe('text/x.tlog.size');
    expect(await response.text()).toBe('13\n');
  });

  it('says 0 in a conflict about a log of which it cosigned nothing', async () => {
    expect(await stage.ask(tree.request(7, 13))).toEqual({ kind: 'conflict', size: 0 });
  });

  it.each([
    ['nothing', ''],
    ['no size', 'old\n\n'],
    ['no checkpoint', `old 0\n\n`],
    ['a checkpoint that is no note', `old 0\n\n${ORIGIN}\n1\n`],
    ['a size with a leading zero', `old 00\n\n${note(tree.checkpoint(1))}`],
    ['a size below zero', `old -1\n\n${note(tree.checkpoint(1))}`],
    ['a proof line that is no hash', `old 0\nabc\n\n${note(tree.checkpoint(1))}`],
    ['a signed size with a leading zero', `old 0\n\n${note(signed(`${ORIGIN}\n01\n${'A'.repeat(43)}=\n`))}`],
    ['a signed text that is no checkpoint', `old 0\n\n${note(signed(`${ORIGIN}\nno checkpoint\n`))}`],
    ['an old size above the new one', `old 14\n\n${note(tree.checkpoint(13))}`],
  ])('refuses as a bad request: %s', async (_what, body) => {
    expect(await stage.ask(encodeUtf8(body))).toEqual({ kind: 'refused', refusal: 'bad-request' });
  });

  it('refuses an old size above the new one as a bad request also where another conflict could be told', async () => {
    await stage.ask(tree.request(0, 13));
    const body = encodeUtf8(`old 13\n\n${note(tree.checkpoint(7))}`);
    expect(await stage.ask(body)).toEqual({ kind: 'refused', refusal: 'bad-request' });
  });

  it('does not know a log that nobody told it of', async () => {
    const other = new SignedTree(words(3), [logSigner(1, 'other.example/log')]);
    expect(await stage.ask(other.request(0, 3))).toEqual({ kind: 'refused', refusal: 'unknown-log' });
  });

  it.each([
    ['another key of the same name', tree.checkpoint(13, [logSigner(2)])],
    ['the right key and id, over another text', forged(13)],
    ['the right key, and before it a wrong signature by it', twiceSigned(13)],
    ['a key of another log', tree.checkpoint(13, [logSigner(1, 'other.example/log')])],
  ])('refuses as not signed what is signed by %s', async (_what, checkpoint) => {
    const body = tree.request(0, 13, { checkpoint });
    expect(await stage.ask(body)).toEqual({ kind: 'refused', refusal: 'not-signed' });
  });

  it.each([
    ['a hash changed', 13, 20, flipped(tree.proof(13, 20))],
    ['a hash left out', 13, 20, tree.proof(13, 20).slice(1)],
    ['a hash added', 13, 20, [...tree.proof(13, 20), new Uint8Array(32)]],
    ['no proof', 13, 20, []],
    ['a proof between equal trees', 13, 13, [new Uint8Array(32)]],
  ])('refuses as inconsistent: %s', async (_what, from, to, proof) => {
    await stage.ask(tree.request(0, 13));
    expect(await stage.ask(tree.request(from, to, { proof }))).toEqual(INCONSISTENT);
    expect(await stage.ask(tree.request(0, 20))).toEqual({ kind: 'conflict', size: 13 });
  });

  it('refuses as inconsistent a proof from an empty tree, which needs none', async () => {
    expect(await stage.ask(tree.request(0, 13, { proof: [new Uint8Array(32)] }))).toEqual(INCONSISTENT);
  });

  it('refuses as inconsistent an empty tree with a root that no empty tree has', async () => {
    const text = formatCheckpoint({ origin: ORIGIN, size: 0, root: tree.root(1), extensions: [] });
    const body = tree.request(0, 0, { checkpoint: signed(text) });
    expect(await stage.ask(body)).toEqual(INCONSISTENT);
  });

  it('refuses as inconsistent another tree of the same size', async () => {
    await stage.ask(tree.request(0, 13));
    const fork = new SignedTree(words(40, ' changed', 5));
    expect(await stage.ask(fork.request(13, 13))).toEqual(INCONSISTENT);
  });

  it('ignores signatures that it does not know, and gives none of them back', async () => {
    const checkpoint = tree.checkpoint(13, [logSigner(9, 'stranger.example'), logSigner()]);
    expect(stage.timeOf(await stage.ask(tree.request(0, 13, { checkpoint })), tree.text(13))).toBe(START);
    const served = await fetch(`${stage.running.url}/${originHash(ORIGIN)}/checkpoint`);
    expect(await served.text()).not.toContain('stranger');
  });

  it('knows several keys of a log while one takes over from another', async () => {
    await stage.stop();
    await stage.start([vkeyOf(logSigner(1)), vkeyOf(logSigner(2))]);
    await stage.ask(tree.request(0, 13, { checkpoint: tree.checkpoint(13, [logSigner(1)]) }));
    const later = tree.request(13, 20, { checkpoint: tree.checkpoint(20, [logSigner(2)]) });
    expect(stage.timeOf(await stage.ask(later), tree.text(20))).toBe(START);
  });

  it('keeps logs apart', async () => {
    const other = new SignedTree(words(9, ' of another'), [logSigner(3, 'other.example/log')]);
    await stage.stop();
    await stage.start([vkeyOf(logSigner()), vkeyOf(logSigner(3, 'other.example/log'))]);
    await stage.ask(tree.request(0, 13));
    expect(stage.timeOf(await stage.ask(other.request(0, 9)), other.text(9))).toBe(START);
    expect(stage.timeOf(await stage.ask(tree.request(13, 20)), tree.text(20))).toBe(START);
  });

  it('lets only one of many requests through that build on the same size', async () => {
    await stage.ask(tree.request(0, 7));
    const sizes = Array.from({ length: 32 }, (_, index) => 8 + index);
    const answers = await Promise.all(sizes.map((size) => stage.ask(tree.request(7, size))));
    const cosigned = sizes.filter((_, index) => answers[index]?.kind === 'cosigned');
    expect(cosigned).toHaveLength(1);
    const conflicts = answers.filter((answer) => answer.kind === 'conflict');
    expect(conflicts).toEqual(Array(31).fill({ kind: 'conflict', size: cosigned[0] }));
    expect(await stage.ask(tree.request(0, 40))).toEqual({ kind: 'conflict', size: cosigned[0] });
  });
});

describe('the last checkpoint of a witness', () => {
  const url = () => `${stage.running.url}/${originHash(ORIGIN)}/checkpoint`;

  it('is served to monitors with the signatures of the log and of the witness', async () => {
    await stage.ask(tree.request(0, 13));
    await stage.ask(tree.request(13, 20));
    const served = await fetch(url());
    expect(served.status).toBe(200);
    const bytes = new Uint8Array(await served.arrayBuffer());
    const opened = openCheckpoint(bytes, [keyOf(vkeyOf(logSigner())), stage.key], verifyEd25519);
    expect(opened).toMatchObject({
      ok: true,
      checkpoint: { size: 20, root: tree.root(20) },
      cosignatures: [{ key: { name: stage.key.name } }],
    });
  });

  it.each([
    ['a log of which nothing was cosigned', originHash(ORIGIN)],
    ['an unknown log', originHash('other.example/log')],
    ['a path out of the folder', '..%2Fwitness.key'],
    ['a hash not in lower case', originHash(ORIGIN).toUpperCase()],
  ])('is not there for %s', async (_what, hash) => {
    const served = await fetch(`${stage.running.url}/${hash}/checkpoint`);
    expect(served.status).toBe(404);
  });
});

describe('over HTTP', () => {
  it.each([
    ['GET', '/add-checkpoint', 405],
    ['PUT', '/add-checkpoint', 405],
    ['GET', '/', 404],
    ['POST', '/other', 404],
  ])('%s %s is answered with %d', async (method, path, status) => {
    const response = await fetch(`${stage.running.url}${path}`, { method });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  });

  it('a body that is too large is refused, and the next request is not', async () => {
    const body = encodeUtf8(`old 0\n\n${'x'.repeat(300_000)}`);
    expect((await stage.send(body)).status).toBe(413);
    expect(stage.timeOf(await stage.ask(tree.request(0, 13)), tree.text(13))).toBe(START);
  });

  it('a packed body is refused: it could unfold to anything', async () => {
    const response = await fetch(`${stage.running.url}/add-checkpoint`, {
      method: 'POST',
      headers: { 'content-encoding': 'gzip' },
      body: 'x',
    });
    expect(response.status).toBe(415);
  });

  it('whatever the media type of the request says, the body is read', async () => {
    const response = await fetch(`${stage.running.url}/add-checkpoint`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(tree.request(0, 13)),
    });
    expect(stage.timeOf(await readAnswer(response), tree.text(13))).toBe(START);
  });
});

const INCONSISTENT = { kind: 'refused', refusal: 'inconsistent' };

function flipped([first = new Uint8Array(32), ...rest]: readonly Uint8Array[]): Uint8Array[] {
  return [first.map((byte, index) => (index === 3 ? byte ^ 1 : byte)), ...rest];
}

/** The log's signature over another size, under this one. */
function forged(size: number): Uint8Array {
  const other = parseSignedNote(tree.checkpoint(size + 1));
  return formatSignedNote({ text: tree.text(size), signatures: other.ok ? other.note.signatures : [] });
}

function twiceSigned(size: number): Uint8Array {
  const [wrong, right] = [forged(size), tree.checkpoint(size)].map(parseSignedNote);
  const signatures = [wrong, right].flatMap((read) => (read?.ok === true ? read.note.signatures : []));
  return formatSignedNote({ text: tree.text(size), signatures });
}
