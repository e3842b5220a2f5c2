import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { afterAll, describe, expect, it } from '@jest/globals';
import { forgetAccount } from '../../../src/app/accounts/forget-account.js';
import type { SignedInActor } from '../../../src/app/actor.js';
import { withdrawClaim } from '../../../src/app/claims/withdraw-claim.js';
import { projectLeaf } from '../../../src/app/log/project-leaf.js';
import { hideBuilderName } from '../../../src/app/receipts/hide-builder-name.js';
import { nameRun } from '../../../src/app/receipts/name-run.js';
import { withdrawRunName } from '../../../src/app/receipts/withdraw-run-name.js';
import { parseLeaf } from '../../../src/core/log/leaf.js';
import { commitToOpening } from '../../../src/core/log/opening.js';
import { signReceipt } from '../../../src/core/receipt/receipt-bytes.js';
import type { Receipt } from '../../../src/core/receipt/receipt.js';
import { noteKey } from '../../../src/core/tlog/verifier-key.js';
import { ed25519Key } from '../../../src/log-key/node-ed25519.js';
import { ownReceipt } from '../../support/own-receipt.js';
import { provenClaim } from '../../support/prove-claim.js';
import { openRegistryWithSite } from '../../support/registry-with-site.js';
import { signUp } from '../../support/sign-up.js';

const world = await openRegistryWithSite(['lab.test', 'studio.test']);
const { registry, store, site } = world;
afterAll(() => world.close());

const lab = await signUp(registry, 'builder');
const { id: claimId } = await provenClaim(registry, site, lab, 'domain', 'lab.test');

/** An account whose address is confirmed, and that has proved no place. */
async function confirmed(): Promise<SignedInActor> {
  const actor = await signUp(registry, 'builder');
  const account = {
    ...actor.account,
    email: `builder-${actor.account.id}@mail.test`,
    emailConfirmedAt: registry.clock(),
  };
  await store.accounts.update(account.id, account);
  return { ...actor, account };
}

const named = ({ account }: SignedInActor, name: string, receipt: unknown) =>
  nameRun(registry, account, { name, receipt });

async function logged(actor: SignedInActor, name: string, receipt: Receipt): Promise<bigint> {
  const result = await named(actor, name, receipt);
  if (!result.ok) throw new Error(result.message);
  const entry = await store.log.byHash(result.leafHash);
  if (entry === undefined) throw new Error('The leaf is not there.');
  return entry.index;
}

const builders = async () => (await store.namedRuns.builders({ first: 50 })).rows.map(({ row }) => row);
const shown = async (name: string) => (await builders()).filter((one) => one.name === name);

describe('a run whose builder chose to be named', () => {
  it('stands in the log with its size, uses and counts and a commitment to the name, and without the name or a file', async () => {
    const receipt = await ownReceipt(registry, { DENIED: 3, UNKNOWN: 6, ALLOWED: 1 });
    const index = await logged(lab, 'lab.test', receipt);
    const [entry] = await store.log.atIndexes([index]);
    const text = Buffer.from(entry?.leaf ?? []).toString('utf8');
    expect(text).not.toMatch(/lab\.test|secret-name/);
    const [builder] = await shown('lab.test');
    expect(builder).toMatchObject({ isProven: true, runs: 1n, rows: 10n, denied: 3n, lastIndex: index });
    const run = builder?.latest[0];
    const read = parseLeaf(entry?.leaf ?? new Uint8Array());
    expect(read.ok && read.leaf).toMatchObject({
      kind: 'receipt',
      run: {
        builder: commitToOpening({ v: 1, name: 'lab.test' }, run?.salt ?? new Uint8Array(), registry.sha256),
        size: receipt.sources[0]?.size,
        uses: ['train-ai'],
        answers: { ALLOWED: 1, DENIED: 3, CONDITIONAL: 0, UNKNOWN: 6 },
      },
    });
    expect(run?.leafHash).toEqual(entry?.leafHash);
  });

  it('is recorded once, whoever sends it again, and is nobody else’s afterwards', async () => {
    const receipt = await ownReceipt(registry, { UNKNOWN: 2 });
    const index = await logged(lab, 'lab.test', receipt);
    expect(await logged(lab, 'lab.test', receipt)).toBe(index);
    expect(await named(await confirmed(), 'Some Lab', receipt)).toMatchObject({
      ok: false,
      message: expect.stringContaining('named once'),
    });
  });

  it('is refused where its receipt does not hold: another tree, another log, numbers that do not fit, a signature of nobody', async () => {
    const receipt = await ownReceipt(registry, { UNKNOWN: 2 });
    const [source] = receipt.sources;
    const key = ed25519Key(new Uint8Array(32).fill(7));
    const signer = { key: noteKey('lab.test/receipts', key.publicKey, registry.sha256), sign: key.sign };
    const signed = signReceipt(receipt, signer, registry.sha256);
    const size = await store.log.size();
    for (const broken of [
      { ...receipt, sources: [{ ...source, root: `${'B'.repeat(42)}A=` }] },
      { ...receipt, sources: [{ ...source, origin: 'other.test/log' }] },
      { ...receipt, sources: [] },
      { ...receipt, sources: [{ ...source, checkpoint: source?.checkpoint.replace(/\n\n[^]*/, '\n\n') }] },
      { ...receipt, counts: { ...receipt.counts, rows: 3 } },
      { ...signed, madeAt: '2026-11-30T08:59:59.001Z' },
      { ...receipt, note: 'more' },
    ]) {
      expect(await named(lab, 'lab.test', broken)).toMatchObject({ ok: false, code: 'INVALID_INPUT' });
    }
    expect(await store.log.size()).toBe(size);
    const [entry] = await store.log.atIndexes([await logged(lab, 'lab.test', signed)]);
    expect(Buffer.from(entry?.leaf ?? []).toString()).toContain(
      `"signer":"${signed.signer?.split('+')[1] ?? 'none'}"`,
    );
  });

  it('is taken only so often from one account', async () => {
    const busy = { ...registry, attempts: { take: () => Promise.resolve(60) } };
    const receipt = await ownReceipt(registry, { UNKNOWN: 20 });
    expect(await nameRun(busy, lab.account, { name: 'lab.test', receipt })).toMatchObject({
      ok: false,
      code: 'TOO_MANY_ATTEMPTS',
      retryAfterSeconds: 60,
    });
  });

  it('is never shown under a place that its account has not proved, nor as words of somebody who cannot be reached', async () => {
    const somebody = await confirmed();
    const receipt = await ownReceipt(registry, { UNKNOWN: 1 });
    for (const name of ['studio.test', 'lab.test', 'www.lab.test', 'Lab.Test', 'The lab.test team']) {
      expect(await named(somebody, name, receipt)).toMatchObject({ ok: false, field: 'name' });
    }
    expect(await named(lab, 'Lab in words', receipt)).toMatchObject({
      ok: false,
      message: expect.stringContaining('confirmed'),
    });
    await logged(lab, 'research.lab.test', receipt);
    expect(await shown('research.lab.test')).toMatchObject([{ isProven: true }]);
  });

  it('counts with the other runs of its name: of a place for all who hold it, of words for each account alone', async () => {
    const [one, other] = [await confirmed(), await confirmed()];
    await logged(one, 'Lab of the hill', await ownReceipt(registry, { DENIED: 1, UNKNOWN: 1 }));
    await logged(other, 'Lab of the hill', await ownReceipt(registry, { UNKNOWN: 3 }));
    await logged(one, 'Lab of the hill', await ownReceipt(registry, { UNKNOWN: 4 }));
    expect(await shown('Lab of the hill')).toMatchObject([
      { isProven: false, runs: 2n, rows: 6n, denied: 1n },
      { isProven: false, runs: 1n, rows: 3n },
    ]);
    const last = (await builders()).map(({ lastIndex }) => lastIndex);
    expect(last).toEqual([...last].sort((a, b) => Number(b - a)));
    const first = await store.namedRuns.builders({ first: 1 });
    expect(first).toMatchObject({ hasNextPage: true, rows: [{ row: { name: 'Lab of the hill' } }] });
    const after = first.rows[0]?.cursor ?? '';
    const next = await store.namedRuns.builders({ first: 1, after });
    expect(next.rows[0]?.row).toMatchObject({ name: 'Lab of the hill', runs: 1n });
  });

  it('used a snapshot with a leaf in it exactly when the tree of its answers is larger than the place of the leaf', async () => {
    const somebody = await confirmed();
    const receipt = await ownReceipt(registry, { UNKNOWN: 11 });
    const size = BigInt(receipt.sources[0]?.size ?? 0);
    const countOf = async (index: bigint) =>
      (await store.namedRuns.withLeaves([index]))[0]?.builders.find(
        ({ name }) => name === 'Lab in the valley',
      )?.runs;
    await logged(somebody, 'Lab in the valley', receipt);
    expect(await countOf(size - 1n)).toBe(1n);
    expect(await countOf(size)).toBeUndefined();
    const [all, none] = await store.namedRuns.withLeaves([0n, 1_000_000n]);
    expect(all?.runs).toBe(all?.builders.reduce((sum, { runs }) => sum + runs, 0n));
    expect(none).toEqual({ runs: 0n, builders: [] });
  });
});

describe('the name of a run', () => {
  it('is deleted when its builder takes it back: the leaf stays, and a copy of the database that still has it loses it again', async () => {
    const somebody = await confirmed();
    const index = await logged(somebody, 'Lab that left', await ownReceipt(registry, { UNKNOWN: 12 }));
    const name = await store.namedRuns.nameOf(index);
    const nameless = await store.namedRuns.countNameless();
    expect(await withdrawRunName(registry, lab, index)).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    expect(await withdrawRunName(registry, somebody, index)).toEqual({ ok: true, logIndex: index });
    expect(await shown('Lab that left')).toEqual([]);
    expect(await store.namedRuns.nameOf(index)).toBeUndefined();
    expect(await store.namedRuns.countNameless()).toBe(nameless + 1n);
    const [run] = await store.log.atIndexes([index]);
    const [erasure] = await store.log.byIndex((await store.log.size()) - 1n, 1);
    const read = parseLeaf(erasure?.leaf ?? new Uint8Array());
    if (!read.ok || erasure === undefined || name === undefined) throw new Error('No erasure.');
    expect(read.leaf).toMatchObject({
      kind: 'erasure',
      scope: 'run',
      run: bytesToHex(run?.leafHash ?? hexToBytes('')),
    });
    await store.namedRuns.name(name);
    await store.transact((stores) => projectLeaf(stores, erasure, read.leaf));
    expect(await store.namedRuns.nameOf(index)).toBeUndefined();
  });

  it('is out of sight on every run once a moderator hid it, cannot be given again, and can be shown again', async () => {
    const [somebody, moderator] = [await confirmed(), await signUp(registry, 'moderator')];
    const index = await logged(somebody, 'A rude name', await ownReceipt(registry, { UNKNOWN: 13 }));
    await logged(somebody, 'A rude name', await ownReceipt(registry, { UNKNOWN: 14 }));
    const grounds = { reasonCode: 'abuse', note: 'It insults somebody by name.' };
    const hide = (isHidden: boolean, reasonCode = 'abuse') =>
      hideBuilderName(registry, moderator, { ...grounds, reasonCode, logIndex: index, isHidden });
    expect(await hide(true, 'taste')).toMatchObject({ ok: false, field: 'reasonCode' });
    expect(await hide(true)).toEqual({ ok: true, runs: 2 });
    expect(await shown('A rude name')).toEqual([]);
    const again = await named(somebody, 'A rude name', await ownReceipt(registry, { UNKNOWN: 15 }));
    expect(again).toMatchObject({ ok: false, message: expect.stringContaining('moderator') });
    expect(await hide(false, 'evidence-convincing')).toEqual({ ok: true, runs: 2 });
    expect(await shown('A rude name')).toMatchObject([{ runs: 2n }]);
  });

  it('goes with its account', async () => {
    const somebody = await confirmed();
    await logged(somebody, 'Lab that was erased', await ownReceipt(registry, { UNKNOWN: 16 }));
    await forgetAccount(registry, somebody.account.id, 'keep', () => Promise.resolve());
    expect(await shown('Lab that was erased')).toEqual([]);
  });

  it('of a place is shown only while the account holds the place', async () => {
    expect(await shown('lab.test')).toHaveLength(1);
    await withdrawClaim(registry, lab, { claimId });
    expect(await shown('lab.test')).toEqual([]);
    expect(await shown('research.lab.test')).toEqual([]);
  });
});
