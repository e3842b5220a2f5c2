import { afterAll, describe, expect, it } from '@jest/globals';
import { addLogKey, retireLogKey } from '../../../src/app/log/rotate-keys.js';
import { parseLeaf } from '../../../src/core/log/leaf.js';
import { keyEndorsementText } from '../../../src/core/log/key-endorsement.js';
import { openCheckpoint } from '../../../src/core/tlog/open-checkpoint.js';
import { parseVerifierKey } from '../../../src/core/tlog/verifier-key.js';
import { verifyEd25519 } from '../../../src/log-key/node-ed25519.js';
import { nodeSha256 } from '../../../src/log-key/node-sha256.js';
import { testClock } from '../../support/test-clock.js';
import { testKeyring } from '../../support/test-log.js';
import { makeTestRegistry } from '../../support/test-registry.js';
import { openTestStore } from '../../support/test-store.js';
import { appendAny, openScenarioLog } from './log-scenario.js';

const store = await openTestStore();
const clock = testClock();
const keys = testKeyring();
const [first = ''] = keys.held();
const log = await openScenarioLog(store, { keys, clock: clock.now });
const registry = makeTestRegistry(store, { log, clock: clock.now });
let second = '';

afterAll(() => store.close());

function verifierKey(text: string) {
  const read = parseVerifierKey(text, nodeSha256);
  if (!read.ok) throw new Error(read.problem.message);
  return read.key;
}

/** Whether the last checkpoint can be checked by who knows only this key. */
async function isSignedBy(key: string): Promise<boolean> {
  const note = new TextEncoder().encode((await store.logTree.latest())?.note);
  return openCheckpoint(note, [verifierKey(key)], verifyEd25519).ok;
}

describe('rotating the key of a log', () => {
  it('adds a key that proves it exists, and lets both sign', async () => {
    second = await addLogKey(registry);
    expect(second).not.toBe(first);
    const [, entry] = await store.log.ofKind('key');
    const read = parseLeaf(entry?.leaf ?? new Uint8Array());
    if (!read.ok || read.leaf.kind !== 'key' || read.leaf.action !== 'add') throw new Error('No key leaf.');
    const text = new TextEncoder().encode(keyEndorsementText(read.leaf));
    const endorsement = new Uint8Array(Buffer.from(read.leaf.endorsement ?? '', 'base64'));
    expect(verifyEd25519(verifierKey(second).publicKey, text, endorsement)).toBe(true);
    expect([await isSignedBy(first), await isSignedBy(second)]).toEqual([true, true]);
  });

  it('retires the old one: from then on only the new key signs, and the old is forgotten', async () => {
    clock.advance({ days: 30 });
    await retireLogKey(registry, first);
    await log.sequence((inside, at) => appendAny(inside, at));
    expect([await isSignedBy(first), await isSignedBy(second)]).toEqual([false, true]);
    expect(keys.held()).toEqual([second]);
  });

  it('never retires the last key, or one that does not sign', async () => {
    await expect(retireLogKey(registry, second)).rejects.toThrow('No other key would be left to sign');
    await expect(retireLogKey(registry, first)).rejects.toThrow('does not sign this log');
    expect((await store.log.ofKind('key')).length).toBe(3);
  });

  it('leaves a server that still holds only the retired key unable to sign', async () => {
    const old = await openScenarioLog(store, { keys: testKeyring(), clock: clock.now });
    expect(old.trouble()).toBe('other-key');
  });
});
