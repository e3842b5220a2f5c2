import { afterAll, describe, expect, it } from '@jest/globals';
import { readLogFile } from '../../../src/app/log/log-files.js';
import { recoverLog } from '../../../src/app/log/recover-log.js';
import type { RegistryLog } from '../../../src/app/log/registry-log.js';
import { checkConsent } from '../../../src/app/consent/check-consent.js';
import { declareConsent } from '../../../src/app/consent/declare-consent.js';
import { verifyEd25519 } from '../../../src/log-key/node-ed25519.js';
import type { OpenStore } from '../../../src/store/open-store.js';
import { testKeyring } from '../../support/test-log.js';
import { makeTestRegistry } from '../../support/test-registry.js';
import { openTestStore } from '../../support/test-store.js';
import { signUp } from '../../support/sign-up.js';
import { appendAny, memoryMark, openScenarioLog } from './log-scenario.js';

const stores: OpenStore[] = [];

async function newStore(): Promise<OpenStore> {
  const store = await openTestStore();
  stores.push(store);
  return store;
}

afterAll(async () => {
  for (const store of stores) await store.close();
});

function filesOf(
  store: OpenStore,
  change: (path: string, bytes: Uint8Array) => Uint8Array = (_, bytes) => bytes,
) {
  return {
    read: async (path: string) => {
      const bytes = await readLogFile(store, path);
      return bytes && change(path, bytes);
    },
  };
}

function registryOver(store: OpenStore, log: RegistryLog) {
  return makeTestRegistry(store, { log });
}

describe('a log that was put back to an earlier day', () => {
  it('is refilled from a copy, takes leaves again, and answers what the copy answers', async () => {
    const mark = memoryMark();
    const [original, restored] = [await newStore(), await newStore()];
    const published = await openScenarioLog(original, { mark });
    const registry = registryOver(original, published);
    const artist = await signUp(registry);
    await published.sequence((inside, at) => appendAny(inside, at, 300));
    await declareConsent(registry, artist, {
      kind: 'url',
      address: 'https://gallery.example/1.png',
      capacity: 'author',
      basis: 'own-right',
      answers: [{ use: 'train-ai', preference: 'deny' }],
      ownWorks: true,
    });
    await published.close();

    const log = await openScenarioLog(restored, { mark });
    expect(log.trouble()).toBe('behind');
    const recovered = await recoverLog(registryOver(restored, log), filesOf(original), verifyEd25519);
    expect(recovered).toEqual({ from: 0, to: Number(await original.log.size()) });
    expect(log.trouble()).toBeUndefined();
    expect((await restored.logTree.latest())?.root).toEqual((await original.logTree.latest())?.root);
    await log.sequence((inside, at) => appendAny(inside, at));

    const question = { items: [{ url: 'https://gallery.example/1.png' }], uses: ['train-ai'] as const };
    const answer = await checkConsent(registryOver(restored, log), question);
    expect(answer).toMatchObject({ answers: [{ decisions: [{ answer: 'DENIED', assurance: 'asserted' }] }] });
  });

  it.each([
    ['a bundle with another leaf', /tile\/entries\/000/, 'do not hash to its checkpoint'],
    ['a checkpoint with another signature', /checkpoint/, 'not signed by this log'],
  ])('is not touched by a copy with %s', async (_what, file, problem) => {
    const mark = memoryMark();
    const [original, restored] = [await newStore(), await newStore()];
    const published = await openScenarioLog(original, { mark });
    await published.sequence((inside, at) => appendAny(inside, at, 3));
    await published.close();
    const log = await openScenarioLog(restored, { mark });
    const files = filesOf(original, (path, bytes) => {
      if (!file.test(path)) return bytes;
      const changed = bytes.slice();
      const last = changed.length - 12;
      changed[last] = changed[last] === 0x61 ? 0x62 : 0x61;
      return changed;
    });
    await expect(recoverLog(registryOver(restored, log), files, verifyEd25519)).rejects.toThrow(problem);
    expect(await restored.log.size()).toBe(0n);
    expect(log.trouble()).toBe('behind');
  });

  it('is not touched by a copy of another log, or of a fork of it', async () => {
    const mark = memoryMark();
    const [original, other, fork] = [await newStore(), await newStore(), await newStore()];
    const published = await openScenarioLog(original, { mark });
    await published.sequence((inside, at) => appendAny(inside, at, 3));
    await published.close();
    const forked = await openScenarioLog(fork);
    await forked.sequence((inside, at) => appendAny(inside, at, 5));
    const log = await openScenarioLog(fork, { mark });
    expect(log.trouble()).toBe('forked');
    await expect(recoverLog(registryOver(fork, log), filesOf(original), verifyEd25519)).rejects.toThrow(
      'leaves',
    );

    const stranger = await openScenarioLog(other, { keys: testKeyring('other.example/log') });
    await stranger.sequence((inside, at) => appendAny(inside, at, 9));
    await expect(recoverLog(registryOver(fork, log), filesOf(other), verifyEd25519)).rejects.toThrow(
      'not signed by this log',
    );
  });
});
