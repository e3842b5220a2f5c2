import { describe, expect, it } from '@jest/globals';
import { parseCheckpoint } from '../../src/verifier/checkpoint.js';
import { examine, faultOf, inMemory } from './examine.js';
import {
  checkpoint,
  keyAddition,
  keyRetirement,
  leafOf,
  type MadeKey,
  makeKey,
  makeLog,
  makeWitness,
  moment,
  ORIGIN,
  statement,
} from './make-log.js';

const [first, second, third] = [1, 2, 3].map((seed) => makeKey(ORIGIN, seed)) as [MadeKey, MadeKey, MadeKey];

/** Leaf 2 adds the second key, leaf 4 retires the first. */
const rotated = [
  keyAddition(first, 0),
  statement(1),
  keyAddition(second, 2),
  statement(3),
  keyRetirement(first, 4),
  statement(5),
];

/** Verifies the log of these leaves. @param kept size and signer of an older checkpoint that the reader holds */
function verify(
  leaves: readonly Buffer[],
  signers: readonly MadeKey[],
  keys: readonly MadeKey[],
  ...kept: [number, MadeKey][]
) {
  const since = kept.map(([size, signer]) =>
    parseCheckpoint(checkpoint(leaves.slice(0, size), [signer]), `of ${size}`),
  );
  return examine(inMemory(makeLog(leaves, signers)), { keys, since });
}

async function refusal(...given: Parameters<typeof verify>) {
  return (await faultOf(verify(...given))).code;
}

describe('A log that has changed its key', () => {
  it('is verified by the new key, when that is given', async () => {
    const { told } = await verify(rotated, [second], [second]);
    expect(told.at(-1)).toBe(
      `Signature: valid, by ${second.vkey.slice(0, second.vkey.lastIndexOf('+'))}: the key that was given, added by leaf 2`,
    );
  });

  it('is verified by the old key and both signatures, while both count', async () => {
    await expect(verify(rotated.slice(0, 4), [first, second], [first])).resolves.toBeDefined();
  });

  it('is not verified by the old key alone: nobody that the reader knows vouches for the new one', async () => {
    expect(await refusal(rotated, [second], [first])).toBe('untrusted-key');
  });

  it('is verified by the old key and a checkpoint by it that holds the new one', async () => {
    const { told } = await verify(rotated, [second], [first], [3, first]);
    expect(told).toContain(
      `Signature: valid, by ${second.vkey.slice(0, second.vkey.lastIndexOf('+'))}: a key of the log, added by leaf 2`,
    );
  });

  it('is not verified by a checkpoint that is older than the new key', async () => {
    expect(await refusal(rotated, [second], [first], [2, first])).toBe('untrusted-key');
  });

  it('is verified by the new key and an old checkpoint by the old key, which it vouches for', async () => {
    await expect(verify(rotated, [second], [second], [2, first])).resolves.toBeDefined();
  });

  it('is verified through several changes, each vouched for by the key before', async () => {
    const leaves = [...rotated, keyAddition(third, 6), keyRetirement(second, 7), statement(8)];
    await expect(verify(leaves, [third], [first], [3, first], [7, second])).resolves.toBeDefined();
    expect(await refusal(leaves, [third], [first], [3, first])).toBe('untrusted-key');
  });

  it('is verified by its own word, whichever of its keys signed', async () => {
    expect((await verify(rotated, [second], [])).verified.isAnchored).toBe(false);
  });

  it('is not verified by an attacker’s key that copied leaves precede', async () => {
    const forged = [...rotated.slice(0, 2), keyAddition(third, 2), statement(3)];
    expect(await refusal(forged, [third], [first])).toBe('untrusted-key');
  });
});

describe('The signature of a key of the log', () => {
  it.each([
    ['key-ended', 'retired, in the tree that holds the retirement', rotated.slice(0, 5), first],
    ['key-ended', 'retired, in a later tree', rotated, first],
    [
      'key-ended',
      'added until a moment that has passed',
      [keyAddition(first, 0, moment(2)), statement(2)],
      first,
    ],
    [
      'key-ended',
      'added again after its end',
      [keyAddition(first, 0), keyRetirement(first, 1), keyAddition(first, 2)],
      first,
    ],
    ['key-not-named', 'never added, though given', [keyAddition(second, 0), statement(1)], first],
    [
      'key-not-yet-valid',
      'added from a moment that is to come',
      [leafOf({ ...(JSON.parse(keyAddition(first, 9).toString()) as object), time: moment(0) })],
      first,
    ],
  ])('is refused as %s when it is %s', async (code, _when, leaves, signer) => {
    expect(await refusal(leaves, [signer], [signer])).toBe(code);
  });

  it('counts until its end, also when the end has been announced', async () => {
    const leaves = [
      keyAddition(first, 0),
      keyAddition(second, 1),
      keyRetirement(first, 2, moment(10)),
      statement(9),
    ];
    await expect(verify(leaves, [first], [first])).resolves.toBeDefined();
    expect(await refusal([...leaves, statement(10)], [first], [first])).toBe('key-ended');
  });

  it('counts beside another that has ended', async () => {
    await expect(verify(rotated, [first, second], [second])).resolves.toBeDefined();
  });

  it('is not replaced by that of a key for other things', async () => {
    const vkey = makeKey(`${ORIGIN}/snapshots`, 5);
    const text = `assent key endorsement v1\norigin ${ORIGIN}\nrole snapshot\nkey ${vkey.vkey}\nfrom ${moment(1)}\n`;
    const leaf = leafOf({
      ...{
        v: 1,
        kind: 'key',
        time: moment(1),
        action: 'add',
        role: 'snapshot',
        origin: ORIGIN,
        vkey: vkey.vkey,
      },
      ...{ from: moment(1), endorsement: vkey.endorse(text) },
    });
    await expect(verify([keyAddition(first, 0), leaf], [first], [first])).resolves.toBeDefined();
    expect(await refusal([keyAddition(first, 0), leaf], [vkey], [first])).toBe('unknown-signer');
  });
});

describe('A leaf that names a key', () => {
  const good = JSON.parse(keyAddition(second, 1).toString()) as Record<string, string | number>;

  it.each([
    ['without the key’s own endorsement', without(good, 'endorsement')],
    ['with the endorsement of another moment', { ...good, from: moment(0) }],
    ['with the endorsement of no end', { ...good, until: moment(9) }],
    ['with another key’s endorsement', { ...good, endorsement: first.endorse('anything') }],
    ['for another log', { ...good, origin: 'other.example' }],
    ['with a name that is not the log’s', { ...good, vkey: makeKey('other.example', 2).vkey }],
    ['that neither adds nor retires', { ...good, action: 'lend' }],
    ['without a beginning', without(good, 'from')],
    ['with an end that is no moment', { ...good, until: 'never' }],
    ['that does not say for what', { ...good, role: 7 }],
    ['with a changed key ID', { ...good, vkey: second.vkey.replace(/\+[0-9a-f]{8}\+/, '+00000000+') }],
    ['of a witness', { ...good, vkey: makeWitness(ORIGIN, 2).vkey }],
    ['with no key', { ...good, vkey: '' }],
  ])('%s is refused', async (_what, members) => {
    const leaves = [keyAddition(first, 0), leafOf(members)];
    const fault = await faultOf(verify(leaves, [first], [first]));
    expect(fault).toMatchObject({ code: 'bad-key-leaf', place: { path: 'tile/entries/000.p/2', index: 1 } });
  });

  it('needs no endorsement when it is the first: the signature under it proves the key', async () => {
    const members = JSON.parse(keyAddition(first, 0).toString()) as Record<string, string | number>;
    await expect(verify([leafOf(without(members, 'endorsement'))], [first], [])).resolves.toBeDefined();
  });
});

function without(
  members: Readonly<Record<string, string | number>>,
  name: string,
): Record<string, string | number> {
  return Object.fromEntries(Object.entries(members).filter(([member]) => member !== name));
}
