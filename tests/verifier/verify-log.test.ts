import { describe, expect, it } from '@jest/globals';
import { parseCheckpoint } from '../../src/verifier/checkpoint.js';
import { UnreadableEvidence } from '../../src/verifier/unreadable-evidence.js';
import { examine, faultOf, inMemory, withFile } from './examine.js';
import {
  checkpoint,
  keyAddition,
  leafOf,
  leavesWith,
  makeKey,
  makeLog,
  makeWitness,
  moment,
  ORIGIN,
  rootOf,
  statement,
} from './make-log.js';

const key = makeKey(ORIGIN, 1);

describe('A log that somebody else wrote', () => {
  it.each([
    [1, 'no node above its leaf', '1 bundle of leaves, 1 tile'],
    [2, 'one node', '1 bundle of leaves, 1 tile'],
    [255, 'a partial tile, as wide as can be', '1 bundle of leaves, 1 tile'],
    [256, 'a full tile, and a hash above it', '1 bundle of leaves, 2 tiles'],
    [257, 'a partial tile beside it', '2 bundles of leaves, 3 tiles'],
    [512, 'two full tiles', '2 bundles of leaves, 3 tiles'],
    [65_536, 'a full tile of the second level', '256 bundles of leaves, 258 tiles'],
    [70_000, 'the example of C2SP tlog-tiles', '274 bundles of leaves, 277 tiles'],
  ])('is verified at size %d: %s', async (size, _reason, files) => {
    const leaves = leavesWith(key, size);
    const { told, verified } = await examine(inMemory(makeLog(leaves, [key])), { keys: [key] });
    expect(verified).toEqual({ origin: ORIGIN, size, isAnchored: true });
    expect(told).toContain(`Size: ${size} ${size === 1 ? 'leaf' : 'leaves'}`);
    expect(told).toContain(`Files: ${files} of hashes: each is what the leaves give`);
    expect(told).toContain(
      `Root: ${rootOf(leaves).toString('base64')}, recomputed from the leaves: as the checkpoint says`,
    );
  });

  it('is verified without leaves, when a key is given', async () => {
    const { told } = await examine(inMemory(makeLog([], [key])), { keys: [key] });
    expect(told).toContain('Leaves: none');
    expect(told).toContain(
      'Root: 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=, recomputed from the leaves: as the checkpoint says',
    );
  });

  it('tells who signed, what kinds of leaves there are and from when to when', async () => {
    const { told } = await examine(inMemory(makeLog(leavesWith(key, 3), [key])), { keys: [key] });
    const label = key.vkey.slice(0, key.vkey.lastIndexOf('+'));
    expect(told).toContain(`Signature: valid, by ${label}: the key that was given, added by leaf 0`);
    expect(told).toContain('Leaves: 1 key, 2 statement: each canonical JSON');
    expect(told).toContain(`Times: ${moment(0)} to ${moment(2)}, never backwards`);
  });

  it('is verified by the key of its own first leaf, and then not said to be anybody’s', async () => {
    const { verified } = await examine(inMemory(makeLog(leavesWith(key, 3), [key])));
    expect(verified.isAnchored).toBe(false);
  });

  it('is verified by a given key though its leaves name none', async () => {
    const leaves = [statement(0), statement(1)];
    expect((await examine(inMemory(makeLog(leaves, [key])), { keys: [key] })).verified.isAnchored).toBe(true);
  });

  it('may hold leaves of a kind that is not known, which is told', async () => {
    const leaves = [...leavesWith(key, 2), leafOf({ v: 1, kind: 'novelty\u202e', time: moment(5) })];
    const { told } = await examine(inMemory(makeLog(leaves, [key])), { keys: [key] });
    expect(told).toContain('Note: What leaves of these kinds mean is not known here: novelty\ufffd');
  });

  it('may have several leaves of one moment', async () => {
    const leaves = [...leavesWith(key, 2), statement(1), statement(1)];
    await expect(examine(inMemory(makeLog(leaves, [key])), { keys: [key] })).resolves.toBeDefined();
  });

  it('may have grown since its checkpoint was read, so that full tiles replaced partial ones', async () => {
    const leaves = leavesWith(key, 300);
    const grown = withFile(makeLog(leaves, [key]), 'checkpoint', checkpoint(leaves.slice(0, 200), [key]));
    expect((await examine(inMemory(grown), { keys: [key] })).verified.size).toBe(200);
  });

  it('may keep the partial files of its smaller trees, which are compared too', async () => {
    const leaves = leavesWith(key, 300);
    const files = new Map([...makeLog(leaves.slice(0, 40), [key]), ...makeLog(leaves, [key])]);
    await expect(examine(inMemory(files), { keys: [key] })).resolves.toBeDefined();
  });

  it('is no log without a checkpoint', async () => {
    await expect(examine(inMemory(new Map()))).rejects.toThrow(UnreadableEvidence);
  });
});

describe('The checkpoint of a log', () => {
  const leaves = leavesWith(key, 5);
  const files = makeLog(leaves, [key]);
  const other = makeKey(ORIGIN, 2);

  const unsigned = Buffer.concat([checkpoint(leaves, []), Buffer.from('\n')]);

  it.each([
    ['of one leaf fewer', 'missing-file', checkpoint(leaves.slice(0, 4), [key])],
    ['of one leaf more', 'missing-file', checkpoint(leavesWith(key, 6), [key])],
    ['of other leaves', 'wrong-root', checkpoint(leavesWith(other, 5), [key])],
    ['signed by a stranger', 'unknown-signer', checkpoint(leaves, [makeKey('stranger.example', 3)])],
    ['signed by another key of that name', 'unknown-signer', checkpoint(leaves, [other])],
    ['of another log', 'other-log', checkpoint(leaves, [makeKey('other.example', 1)], 'other.example')],
    ['signed by nobody', 'bad-note', unsigned],
    ['longer than any note', 'bad-note', Buffer.alloc(1_000_001, 'a')],
  ])('%s is refused as %s', async (_what, code, bytes) => {
    const fault = await faultOf(examine(inMemory(withFile(files, 'checkpoint', bytes)), { keys: [key] }));
    expect(fault.code).toBe(code);
    expect(fault.message).toContain(fault.place.path);
  });

  it('that is a page of the registry is refused with where its log is', async () => {
    const page = Buffer.from('\n<!doctype html>\n<title>Assent</title>\n');
    const fault = await faultOf(examine(inMemory(withFile(files, 'checkpoint', page)), { keys: [key] }));
    expect(fault).toMatchObject({
      code: 'bad-note',
      message: expect.stringContaining('serves its log at /log'),
    });
  });

  it('is refused where neither reader nor leaves name a key', async () => {
    const fault = await faultOf(examine(inMemory(makeLog([statement(0)], [key]))));
    expect(fault.code).toBe('no-key');
  });
});

describe('A leaf', () => {
  const time = '"time":"2026-11-22T19:00:05.000Z"';

  it.each([
    ['a space', `{"kind":"claim", ${time},"v":1}`, 'at character 17, in its member "kind"'],
    ['a member twice', `{"kind":"claim","kind":"dispute",${time},"v":1}`, 'in its member "kind"'],
    ['a member twice, far in', `{"kind":"claim",${time},"use":"a","use":"a","v":1}`, 'in its member "use"'],
    ['a number in long form', `{"kind":"claim",${time},"v":1.0}`, 'in its member "v"'],
    ['members in another order', `{"v":1,"kind":"claim",${time}}`, 'at character 3.'],
    ['a name that steers a terminal', `{"kind":"claim",${time},"\u0007":1.0,"v":1}`, 'it is no JSON'],
    ['no kind', `{${time},"v":1}`, 'its member "kind"'],
    ['no moment', '{"kind":"claim","time":5,"v":1}', 'its member "time"'],
    ['a later version', `{"kind":"claim",${time},"v":2}`, 'of version 2 (its member "v")'],
  ])('with %s is refused with the member that is meant', async (_what, text, named) => {
    const leaves = [keyAddition(key, 0), Buffer.from(text)];
    const fault = await faultOf(examine(inMemory(makeLog(leaves, [key])), { keys: [key] }));
    expect(fault.message).toContain(named);
  });

  it.each([
    ['a space', 'leaf-not-canonical', `{"kind":"claim", ${time},"v":1}`],
    ['members in another order', 'leaf-not-canonical', `{"v":1,"kind":"claim",${time}}`],
    ['a member twice', 'leaf-not-canonical', `{"kind":"claim","kind":"claim",${time},"v":1}`],
    ['a number in long form', 'leaf-not-canonical', `{"kind":"claim",${time},"v":1.0}`],
    ['a needless escape', 'leaf-not-canonical', `{"kind":"cl\\u0061im",${time},"v":1}`],
    ['half a surrogate pair', 'leaf-not-canonical', `{"kind":"\\ud800",${time},"v":1}`],
    ['a byte order mark', 'leaf-not-canonical', `\ufeff{"kind":"claim",${time},"v":1}`],
    [
      'arrays too deep',
      'leaf-not-canonical',
      `{"a":${'['.repeat(64)}${']'.repeat(64)},"kind":"claim",${time},"v":1}`,
    ],
    ['an array for an object', 'leaf-not-canonical', '[]'],
    ['null', 'leaf-not-canonical', 'null'],
    ['no bytes', 'leaf-not-canonical', ''],
    ['no kind', 'leaf-not-canonical', `{${time},"v":1}`],
    ['no time', 'leaf-not-canonical', '{"kind":"claim","v":1}'],
    [
      'a time without milliseconds',
      'leaf-not-canonical',
      '{"kind":"claim","time":"2026-11-22T19:00:05Z","v":1}',
    ],
    ['a day that is none', 'leaf-not-canonical', '{"kind":"claim","time":"2026-02-30T19:00:05.000Z","v":1}'],
    ['a later version', 'leaf-version-unknown', `{"kind":"claim",${time},"v":2}`],
    ['no version', 'leaf-version-unknown', `{"kind":"claim",${time}}`],
    [
      'a time before the last',
      'time-runs-backwards',
      '{"kind":"claim","time":"2026-11-22T19:00:00.000Z","v":1}',
    ],
  ])('with %s is refused as %s, though hashes and signature are right', async (_what, code, text) => {
    const leaves = [keyAddition(key, 0), statement(1), Buffer.from(text)];
    const fault = await faultOf(examine(inMemory(makeLog(leaves, [key])), { keys: [key] }));
    expect(fault).toMatchObject({ code, place: { path: 'tile/entries/000.p/3', index: 2 } });
  });

  it('that is no UTF-8 is refused', async () => {
    const leaves = [keyAddition(key, 0), Buffer.of(0x22, 0xff, 0x22)];
    const fault = await faultOf(examine(inMemory(makeLog(leaves, [key])), { keys: [key] }));
    expect(fault.code).toBe('leaf-not-canonical');
  });
});

describe('An older checkpoint', () => {
  const leaves = leavesWith(key, 300);
  const files = makeLog(leaves, [key]);
  const kept = (bytes: Buffer) => [parseCheckpoint(bytes, 'kept')];

  it.each([0, 1, 5, 255, 256, 257, 300])('of size %d is shown to be where the log began', async (size) => {
    const since = kept(checkpoint(leaves.slice(0, size), [key]));
    const { told } = await examine(inMemory(files), { keys: [key], since });
    expect(told).toContain(`Since: kept: the log begins with its ${size} ${size === 1 ? 'leaf' : 'leaves'}`);
  });

  it('may be one of several, in any order', async () => {
    const since = [200, 3, 3].flatMap((size) => kept(checkpoint(leaves.slice(0, size), [key])));
    const { told } = await examine(inMemory(files), { keys: [key], since });
    expect(told.filter((line) => line.startsWith('Since'))).toHaveLength(3);
  });

  it.each([
    [
      'of other leaves, by the log itself',
      'log-forked',
      checkpoint([keyAddition(key, 0), statement(7)], [key]),
    ],
    [
      'of other leaves, by a stranger',
      'not-a-prefix',
      checkpoint([statement(7)], [makeKey('stranger.example', 3)]),
    ],
    ['of more leaves', 'log-shrank', checkpoint(leavesWith(key, 301), [key])],
    ['of another log', 'other-log', checkpoint(leaves, [makeKey('other.example', 1)], 'other.example')],
    [
      'of these leaves, by a stranger',
      'unknown-signer',
      checkpoint(leaves, [makeKey('stranger.example', 3)]),
    ],
  ])('%s is refused as %s', async (_what, code, bytes) => {
    const fault = await faultOf(examine(inMemory(files), { keys: [key], since: kept(bytes) }));
    expect(fault).toMatchObject({ code, place: { path: 'kept' } });
  });

  it('of which a byte was changed is refused', async () => {
    const text = checkpoint([keyAddition(key, 0), statement(7)], [key]).toString();
    const since = kept(Buffer.from(text.replace('\n2\n', '\n3\n')));
    expect((await faultOf(examine(inMemory(files), { keys: [key], since }))).code).toBe('bad-signature');
  });
});

describe('A policy', () => {
  const [one, two, three] = [1, 2, 3].map((seed) => makeWitness(`witness.example/w${seed}`, seed + 10));
  if (one === undefined || two === undefined || three === undefined)
    throw new Error('There are three witnesses.');
  const policy =
    `log ${key.vkey}\nwitness A ${one.vkey}\nwitness B ${two.vkey}\nwitness C ${three.vkey}\n` +
    'group two-of-three 2 A B C\nquorum two-of-three\n';
  const leaves = leavesWith(key, 5);

  it('is met by the witnesses that it asks for, whose times are told', async () => {
    const { told } = await examine(inMemory(makeLog(leaves, [key, one, three])), { keys: [key], policy });
    expect(told).toContain('Witness: A cosigned it at 2026-11-18T11:06:40.000Z');
    expect(told).toContain('Witness: C cosigned it at 2026-11-18T11:06:40.000Z');
    expect(told).toContain('Policy: asks for two-of-three, which is reached');
  });

  it.each([
    ['one witness', [key, two]],
    ['one witness twice', [key, two, two]],
    ['strangers', [key, makeWitness('stranger.example', 20), makeWitness('witness.example/w1', 21)]],
  ])('is not met by %s', async (_who, signers) => {
    const fault = await faultOf(examine(inMemory(makeLog(leaves, signers)), { keys: [key], policy }));
    expect(fault.code).toBe('quorum-not-reached');
  });

  it('refuses a checkpoint with a cosignature that is not its witness’s', async () => {
    const text = checkpoint(leaves, [key, one, two]).toString();
    const foreign = checkpoint(leavesWith(key, 6), [key, three]).toString().split('\n').at(-2) ?? '';
    const files = withFile(makeLog(leaves, [key]), 'checkpoint', Buffer.from(`${text}${foreign}\n`));
    expect((await faultOf(examine(inMemory(files), { keys: [key], policy }))).code).toBe('bad-signature');
  });

  it('that is not given leaves cosignatures unchecked, which is told', async () => {
    const { told } = await examine(inMemory(makeLog(leaves, [key, one])), { keys: [key] });
    expect(told.at(-1)).toBe(
      'Note: 1 signature of others not checked: name their keys in a policy (--policy)',
    );
  });
});
