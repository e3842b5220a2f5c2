import { setImmediate as letOthersRun } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readLogFile } from '../../../src/app/log/log-files.js';
import { copiedLeaves } from '../../../src/app/log/copied-leaves.js';
import { LogReadOnly } from '../../../src/app/log/log-status.js';
import type { RegistryLog } from '../../../src/app/log/registry-log.js';
import { formatAddCheckpointAnswer } from '../../../src/core/tlog/add-checkpoint-answer.js';
import { cosign } from '../../../src/core/tlog/cosignature.js';
import { openUnderPolicy } from '../../../src/core/tlog/open-under-policy.js';
import { parseTlogPolicy } from '../../../src/core/tlog/parse-tlog-policy.js';
import { parseSignedNote } from '../../../src/core/tlog/signed-note.js';
import { verifyEd25519 } from '../../../src/log-key/node-ed25519.js';
import { nodeSha256 } from '../../../src/log-key/node-sha256.js';
import { formatWitnessKey, parseWitnessKey } from '../../../src/log-key/private-key-text.js';
import type { OpenStore } from '../../../src/store/open-store.js';
import { checkLogEvidence } from '../../../src/witness/log-evidence.js';
import { eventually } from '../../support/eventually.js';
import { testKeyring } from '../../support/test-log.js';
import { openTestStore } from '../../support/test-store.js';
import { keyOf, WITNESS_NAME, WitnessStage } from '../../witness/witness-stage.js';
import { appendAny, openScenarioLog } from './log-scenario.js';
import { askInScenario, restore, TestWire } from './witness-scenario.js';

const stores: OpenStore[] = [];
const LOG_KEYS = testKeyring().held();
let stage: WitnessStage;
let wire: TestWire;
let logs: RegistryLog[];

beforeEach(async () => {
  stage = await WitnessStage.open();
  await stage.start(LOG_KEYS);
  wire = new TestWire();
  logs = [];
});

afterEach(async () => {
  for (const log of logs) await log.close();
  await wire.close();
  await stage.remove();
  for (const store of stores.splice(0)) await store.close();
});

async function newStore(): Promise<OpenStore> {
  const store = await openTestStore();
  stores.push(store);
  return store;
}

function theWitness() {
  return { key: stage.key, url: stage.running.url };
}

/** A log whose checkpoints the witness of the stage is asked to cosign. */
async function openWitnessed(
  store: OpenStore,
  { asked = [theWitness()], requests = wire, ...options }: Partial<ScenarioOptions> = {},
): Promise<RegistryLog & { told: string[] }> {
  const { witnesses, told } = askInScenario(store, requests, asked, options);
  const log = await openScenarioLog(store, { witnesses });
  logs.push(log);
  return { ...log, told };
}

interface ScenarioOptions {
  readonly asked: Parameters<typeof askInScenario>[2];
  readonly requests: Parameters<typeof askInScenario>[1];
  readonly startMs: number;
  readonly restMs: number;
  readonly onCosigned: () => void;
}

function append(log: RegistryLog, count = 1): Promise<unknown> {
  return log.sequence((inside, at) => appendAny(inside, at, count));
}

async function isCosigned(store: OpenStore): Promise<boolean> {
  const size = (await store.logTree.latest())?.size ?? 0;
  return (await store.logTree.cosignatures(size)).length > 0;
}

async function opened(store: OpenStore) {
  return openedUnder([stage.running.verifierKey], await readLogFile(store, 'checkpoint'));
}

/** A checkpoint as somebody reads it who asks for the cosignatures of all these witnesses. */
function openedUnder(verifierKeys: readonly string[], checkpoint: Uint8Array = new Uint8Array()) {
  const names = verifierKeys.map((_, at) => `w${at + 1}`);
  const witnesses = verifierKeys.map((key, at) => `witness w${at + 1} ${key}`);
  const quorum = [`group all-of-them all ${names.join(' ')}`, 'quorum all-of-them', ''];
  const lines = [`log ${LOG_KEYS[0] ?? ''}`, ...witnesses, ...quorum].join('\n');
  const policy = parseTlogPolicy(new TextEncoder().encode(lines), nodeSha256);
  if (!policy.ok) throw new Error(policy.problem.message);
  return openUnderPolicy(checkpoint, policy.policy, verifyEd25519);
}

describe('a log with a witness', () => {
  it('shows checkpoints that satisfy a policy which asks for the cosignature', async () => {
    const store = await newStore();
    const log = await openWitnessed(store);
    await append(log, 5);
    await eventually(() => isCosigned(store));
    const witnessed = await opened(store);
    expect(witnessed).toMatchObject({ ok: true, checkpoint: { size: 6 } });
    expect(witnessed.ok && [...witnessed.witnesses.keys()]).toEqual(['w1']);
  });

  it('acknowledges without waiting for the witness, and has it cosign only the newest checkpoint', async () => {
    const store = await newStore();
    const log = await openWitnessed(store);
    await eventually(() => isCosigned(store));
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((done) => (letGo = done));
    wire.before = () => held;
    wire.heard.length = 0;
    await append(log);
    await eventually(() => wire.heard.length === 1);
    for (let at = 0; at < 9; at += 1) await append(log);
    letGo();
    await eventually(() => isCosigned(store));
    expect(wire.heard).toEqual([
      [1, 2],
      [2, 11],
    ]);
  });

  it('takes from a conflict where to prove from, and says who has cosigned', async () => {
    const store = await newStore();
    await append(await openWitnessed(store), 4);
    await eventually(() => isCosigned(store));
    await logs[0]?.close();
    const unwitnessed = await openScenarioLog(store);
    await append(unwitnessed, 300);

    wire.heard.length = 0;
    let cosigned = 0;
    await openWitnessed(store, { onCosigned: () => (cosigned += 1) });
    await eventually(() => isCosigned(store));
    expect(wire.heard).toEqual([
      [0, 305],
      [5, 305],
    ]);
    expect(cosigned).toBe(1);
    expect(await opened(store)).toMatchObject({ ok: true, checkpoint: { size: 305 } });
  });

  it('goes on asking a witness that does not answer, tells of it once, and holds nothing up meanwhile', async () => {
    const store = await newStore();
    wire.before = () => Promise.reject(new Error('nobody listens there'));
    const log = await openWitnessed(store);
    expect(log.trouble()).toBeUndefined();
    await append(log, 3);
    await eventually(() => wire.heard.length > 4);
    expect(log.told).toEqual([expect.stringContaining('nobody listens there')]);
    expect(await opened(store)).toMatchObject({ ok: false, problem: { code: 'no-quorum' } });
    wire.before = () => Promise.resolve();
    await eventually(() => isCosigned(store));
    await eventually(() => log.told.length === 2);
    expect(log.told[1]).toContain('answers again');
  });

  it('starts although a witness never answers', async () => {
    const store = await newStore();
    wire.before = () => new Promise(() => undefined);
    const requests = {
      post: (url: string, body: Uint8Array, signal: AbortSignal) =>
        Promise.race([wire.post(url, body, signal), ended(signal)]),
    };
    const log = await openWitnessed(store, { startMs: 5, requests });
    await append(log);
    expect(log.trouble()).toBeUndefined();
  });

  it('shows a checkpoint that every witness has cosigned, however fast it grows', async () => {
    const store = await newStore();
    const other = await WitnessStage.open();
    const { url, verifierKey } = await other.start(LOG_KEYS, 'witness.example/w2');
    const asked = [theWitness(), { key: other.key, url }];
    const log = await openWitnessed(store, { asked, restMs: 100 });
    const keys = [stage.running.verifierKey, verifierKey];
    const busy = new AbortController();
    const growing = (async () => {
      while (!busy.signal.aborted) {
        await append(log);
        // A database in this process answers before anything else is looked at, the witnesses' answers too.
        await letOthersRun();
      }
    })();
    await eventually(async () => {
      const witnessed = openedUnder(keys, await readLogFile(store, 'checkpoint', log.shown));
      return witnessed.ok && witnessed.checkpoint.size > 10;
    });
    busy.abort();
    await growing;
    await log.close();
    await other.remove();
  });

  it('has both keys of a witness cosign while one takes over from the other', async () => {
    const store = await newStore();
    const later = await WitnessStage.open();
    const { url, verifierKey } = await later.start(LOG_KEYS, WITNESS_NAME);
    expect(verifierKey).not.toBe(stage.running.verifierKey);
    const log = await openWitnessed(store, { asked: [theWitness(), { key: later.key, url }] });
    await append(log);
    await eventually(async () => (await store.logTree.cosignatures(2)).length === 2);
    const checkpoint = await readLogFile(store, 'checkpoint');
    expect(openedUnder([stage.running.verifierKey, verifierKey], checkpoint)).toMatchObject({ ok: true });
    await log.close();
    await later.remove();
  });

  it('is asked for by every server of one database, and none takes the other for a fork', async () => {
    const store = await newStore();
    const [one, two] = [await openWitnessed(store), await openWitnessed(store)];
    await Promise.all(Array.from({ length: 40 }, (_, at) => append(at % 2 === 0 ? one : two)));
    await eventually(() => isCosigned(store));
    expect([one.trouble(), two.trouble()]).toEqual([undefined, undefined]);
    expect(await opened(store)).toMatchObject({ ok: true, checkpoint: { size: 41 } });
  });

  it.each([
    ['another witness at its address', () => ({ key: otherWitness().key, url: stage.running.url })],
    [
      'the same name and another key at its address',
      () => ({ key: otherWitness(WITNESS_NAME).key, url: stage.running.url }),
    ],
  ])('accepts nothing from %s', async (_what, asked) => {
    const store = await newStore();
    const log = await openWitnessed(store, { asked: [asked()] });
    await append(log);
    await eventually(() => log.told.length > 0);
    expect(log.told[0]).toContain('without a cosignature of the key that the policy names');
    expect(log.trouble()).toBeUndefined();
    expect(await isCosigned(store)).toBe(false);
  });

  it.each([
    ['of another tree', (text: string) => text.replace(/\n\d+\n/, '\n77\n')],
    ['of another log', (text: string) => text.replace('registry.example', 'other.example')],
  ])('accepts no cosignature %s', async (_what, change) => {
    const store = await newStore();
    const witness = otherWitness();
    const requests = {
      post: (_url: string, body: Uint8Array) => {
        const checkpoint = new TextDecoder().decode(body).replace(/^[\s\S]*?\n\n/, '');
        const parsed = parseSignedNote(new TextEncoder().encode(checkpoint));
        const text = change(parsed.ok ? parsed.note.text : '');
        const signatures = [cosign(text, witness, 1n)];
        return Promise.resolve(formatAddCheckpointAnswer({ kind: 'cosigned', signatures }));
      },
    };
    const log = await openWitnessed(store, { asked: [{ key: witness.key, url: 'http://w' }], requests });
    await append(log);
    await eventually(() => log.told.length > 0);
    expect(log.told[0]).toContain('not one over this text');
    expect(await isCosigned(store)).toBe(false);
  });

  it.each([
    ['does not know the log', testKeyring('other.example/log')],
    ['does not know the key', testKeyring(undefined, 9)],
  ])('tells what to do when the witness %s', async (said, known) => {
    const store = await newStore();
    await stage.stop();
    await stage.start(known.held());
    const log = await openWitnessed(store);
    await eventually(() => log.told.length > 0);
    expect(log.told[0]).toMatch(new RegExp(`${said}.*whoever runs`));
    expect(log.trouble()).toBeUndefined();
  });
});

describe('a log that a witness knows otherwise', () => {
  /** A log of 8 leaves that the witness has cosigned. */
  async function cosignedLog(): Promise<OpenStore> {
    const store = await newStore();
    const log = await openWitnessed(store);
    await append(log, 7);
    await eventually(() => isCosigned(store));
    await log.close();
    return store;
  }

  it.each([
    [8, 1, 'of which only the first leaf is left'],
    [8, 7, 'of which the last leaf is missing'],
    [8, 0, 'of which nothing is left'],
  ])('of %d leaves put back to %d starts read-only, and signs nothing: one %s', async (_size, left) => {
    const restored = await newStore();
    await restore(await cosignedLog(), left, restored);
    const log = await openWitnessed(restored);
    expect(log.trouble()).toBe('behind');
    await expect(append(log)).rejects.toThrow(LogReadOnly);
    expect(() => {
      log.assertWhole();
    }).toThrow('assent log recover');
    expect(await restored.logTree.latest()).toBeUndefined();
    expect(log.told.at(-1)).toContain(`8 leaves of this log, and here are ${left}`);
  });

  it('takes leaves again once it is refilled and the witness agrees', async () => {
    const original = await cosignedLog();
    const restored = await newStore();
    await restore(original, 3, restored);
    const log = await openWitnessed(restored);
    await log.refill(copiedLeaves({ read: (path) => readLogFile(original, path) }, 0, 8));
    expect(log.trouble()).toBeUndefined();
    await append(log);
    await eventually(() => isCosigned(restored));
    expect(await opened(restored)).toMatchObject({ ok: true, checkpoint: { size: 9 } });
  });

  it('stays read-only when it is refilled and the witness does not say that it agrees', async () => {
    const original = await cosignedLog();
    const restored = await newStore();
    await restore(original, 3, restored);
    const log = await openWitnessed(restored);
    wire.before = () => Promise.reject(new Error('nobody listens there'));
    const refilled = log.refill(copiedLeaves({ read: (path) => readLogFile(original, path) }, 0, 8));
    await expect(refilled).rejects.toThrow(LogReadOnly);
    expect(log.trouble()).toBe('behind');
  });

  it.each([
    [8, 'of the same size'],
    [12, 'that is longer'],
  ])(
    'is forked with %d leaves: the server signs nothing more, and the witness has the proof',
    async (size) => {
      await cosignedLog();
      const fork = await newStore();
      const unwitnessed = await openScenarioLog(fork);
      await append(unwitnessed, size - 1);
      const signed = await fork.logTree.latest();

      const log = await openWitnessed(fork);
      expect(log.trouble()).toBe('forked');
      await expect(append(log)).rejects.toThrow(LogReadOnly);
      expect(await fork.logTree.latest()).toEqual(signed);
      expect(await isCosigned(fork)).toBe(false);
      const [evidence] = await stage.evidence();
      const checked = checkLogEvidence(evidence?.bytes ?? new Uint8Array(), LOG_KEYS.map(keyOf));
      expect(checked).toMatchObject({
        ok: true,
        shows: size === 8 ? 'fork' : 'unproven',
        first: { size: 8 },
        second: { size, root: signed?.root },
      });
    },
  );

  it('becomes read-only while it runs, when the witness is heard only later', async () => {
    const restored = await newStore();
    await restore(await cosignedLog(), 2, restored);
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((done) => (letGo = done));
    wire.before = () => held;
    const log = await openWitnessed(restored, { startMs: 5 });
    expect(log.trouble()).toBeUndefined();
    letGo();
    await eventually(() => log.trouble() === 'behind');
    await expect(append(log)).rejects.toThrow(LogReadOnly);
  });
});

function otherWitness(name = 'witness.example/w2') {
  const cosigner = parseWitnessKey(formatWitnessKey(name, new Uint8Array(32).fill(5)));
  if (cosigner === undefined) throw new Error('The key of the tests cannot be read.');
  return cosigner;
}

function ended(signal: AbortSignal): Promise<never> {
  return new Promise((_done, fail) => {
    const end = () => {
      fail(new Error('ended'));
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end);
  });
}
