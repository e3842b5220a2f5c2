import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { decide } from '../../src/core/consent/decide.js';
import { receiptBytes } from '../../src/core/receipt/receipt-bytes.js';
import { findInSnapshot } from '../../src/core/snapshot/find-in-snapshot.js';
import { canonicalUrl } from '../../src/core/url/canonical-url.js';
import { embeddedUrls } from '../../src/core/url/embedded-urls.js';
import { urlExpressions } from '../../src/core/url/url-expressions.js';
import { RECEIPT_VECTORS } from '../core/receipt/receipt-vectors.js';
import { logArbitrary } from '../core/replay/log-arbitrary.js';
import { ITEM } from '../core/replay/looked-up-picture.js';
import { replayOf } from '../core/replay/test-log.js';
import { ADDRESSES, PLACES, RESIZED, questionArbitrary } from '../core/snapshot/asked-of-snapshot.js';
import { opened, tablesOf } from '../core/snapshot/snapshot-of.js';
import { httpAddress } from '../core/url/url-arbitrary.js';
import { openPython, type PythonProcess } from './python-process.js';

async function vectors<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(`schema/vectors/${name}.json`, 'utf8')) as T;
}

let python: PythonProcess;
beforeAll(() => {
  python = openPython();
});
afterAll(() => python.close());

interface UrlCase {
  readonly input: string;
  readonly url?: string;
  readonly refused?: string;
}

/** Whether nothing of Unicode is needed to know the host. */
const hasPlainHost = (address: string) => /^[\x20-\x7e]*$/.test(address) && !/xn--/i.test(address);

describe('clients/python/assent.py', () => {
  it('gives the canonical form of every vector, or says that it cannot be exact about its host', async () => {
    const { cases } = await vectors<{ cases: UrlCase[] }>('canonical-url.v1');
    const made = await python.ask(
      'canonical',
      cases.map(({ input }) => input),
    );
    const unsure = cases.filter((_, at) => 'notExact' in (made[at] as object));
    for (const [at, { input, url, refused }] of cases.entries()) {
      if (unsure.some((one) => one.input === input)) continue;
      expect([input, made[at]]).toEqual([input, url === undefined ? { refused } : { url }]);
    }
    expect(unsure.filter(({ input }) => hasPlainHost(input))).toEqual([]);
    expect(unsure.length).toBeLessThan(cases.length / 10);
  });

  it('gives the expressions, keys and embedded addresses of every vector', async () => {
    const { cases, embeddedCases } = await vectors<{
      cases: { input: string; expressions: unknown }[];
      embeddedCases: { input: string; embedded: unknown }[];
    }>('url-expressions.v1');
    const inputs = (all: readonly { readonly input: string }[]) => all.map(({ input }) => input);
    expect(await python.ask('expressions', inputs(cases))).toEqual(
      cases.map(({ expressions }) => expressions),
    );
    expect(await python.ask('embedded', inputs(embeddedCases))).toEqual(
      embeddedCases.map(({ embedded }) => embedded),
    );
  });

  it('decides every vector, with the same reasons in the same order', async () => {
    const { cases, defaults } = await vectors<{
      cases: { reason: string; question: object; statements: object[]; decision: object }[];
      defaults: object;
    }>('decision.v1');
    const made = await python.ask(
      'decision',
      cases.map(({ question, statements }) => ({
        question,
        statements: statements.map((statement) => ({ ...defaults, ...statement })),
      })),
    );
    expect(cases.map(({ reason }, at) => [reason, made[at]])).toEqual(
      cases.map(({ reason, decision }) => [reason, decision]),
    );
  });

  it('never gives another form than the registry for an address that nobody wrote down', async () => {
    const texts = fc.sample(httpAddress, { numRuns: 5_000, seed: 6 });
    const made = await python.ask('canonical', texts);
    const sure = texts.filter((_, at) => !('notExact' in (made[at] as object)));
    expect(sure.length).toBeGreaterThan(texts.length / 2);
    for (const [at, text] of texts.entries()) {
      if ('notExact' in (made[at] as object)) continue;
      const read = canonicalUrl(text);
      expect([text, made[at]]).toEqual([text, read.ok ? { url: read.url } : { refused: read.reason }]);
    }
    const canonical = sure.flatMap((text) => {
      const read = canonicalUrl(text);
      return read.ok ? [read.url] : [];
    });
    for (const [at, inner] of (await python.ask('embedded', canonical)).entries()) {
      if (inner !== null)
        expect([canonical[at], inner]).toEqual([canonical[at], embeddedUrls(canonical[at] ?? '')]);
    }
  });

  it('reads JSON and writes it in its one spelling, as every vector of RFC 8785 says', async () => {
    const { numbers, texts, refused } =
      await vectors<Record<string, { canonical?: string }[]>>('canonical-json');
    const cases = [
      ...(numbers ?? []),
      ...(texts ?? []),
      ...(refused ?? []).map((one) => ({ ...one, canonical: undefined })),
    ];
    expect(await python.ask('canonical_json', cases)).toEqual(
      cases.map(({ canonical }) => canonical ?? null),
    );
  });

  it('believes exactly the signatures, keys and notes that the vectors name', async () => {
    const { refused: weak } = await vectors<{ refused: { message: string }[] }>('ed25519-key.v1');
    const forged = weak.map((one) => ({ ...one, message: Buffer.from(one.message).toString('hex') }));
    expect(await python.ask('is_signed', forged)).toEqual(forged.map(() => false));
    const { keys, refusedKeys, verified, refusedByKeys, refused } = await vectors<{
      keys: { vkey: string }[];
      refusedKeys: { vkey: string }[];
      verified: { signers: string[] }[];
      refusedByKeys: { code: string }[];
      refused: object[];
    }>('signed-note.v1');
    expect(
      await python.ask(
        'is_key',
        keys.map(({ vkey }) => vkey),
      ),
    ).toEqual(keys.map(() => true));
    expect(
      await python.ask(
        'is_key',
        refusedKeys.map(({ vkey }) => vkey),
      ),
    ).toEqual(refusedKeys.map(() => false));
    expect(await python.ask('signers', verified)).toEqual(verified.map(({ signers }) => signers));
    expect(await python.ask('signers', refused)).toEqual(refused.map(() => null));
    // Those by witnesses alone, which it does not look at, show nobody of a log.
    for (const signers of await python.ask('signers', refusedByKeys)) expect(signers ?? []).toEqual([]);
  });

  it('knows a signature that OpenSSL made from each of its copies with a bit changed', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
    const message = randomBytes(50);
    const signature = sign(null, message, privateKey);
    const changed = Array.from({ length: 64 }, (_, at) => {
      const other = Buffer.from(signature);
      other.writeUInt8(other.readUInt8(at) ^ (1 << (at % 8)), at);
      return other;
    });
    const asked = [signature, ...changed].map((one) => ({
      publicKey: raw,
      message: message.toString('hex'),
      signature: one.toString('hex'),
    }));
    expect(await python.ask('is_signed', asked)).toEqual([true, ...changed.map(() => false)]);
  });

  it('follows checkpoints and proofs as every vector says', async () => {
    const { texts, refused } = await vectors<{
      texts: { text: string; origin: string; size: number; root: string }[];
      refused: { text: string }[];
    }>('checkpoint.v1');
    expect(
      await python.ask(
        'checkpoint',
        texts.map(({ text }) => text),
      ),
    ).toEqual(texts.map(({ origin, size, root }) => ({ origin, size, root })));
    expect(
      await python.ask(
        'checkpoint',
        refused.map(({ text }) => text),
      ),
    ).toEqual(refused.map(() => null));
    const tree = await vectors<Record<string, { code?: string }[]>>('merkle-tree.v1');
    for (const [name, held, not] of [
      ['is_included', tree['inclusion'], tree['refusedInclusion']],
      ['is_consistent', tree['consistency'], tree['refusedConsistency']],
    ] as const) {
      // Sizes that are no whole numbers are no sizes in Python either.
      const lies = (not ?? []).filter(({ code }) => code !== 'not-a-size');
      expect(await python.ask(name, held ?? [])).toEqual((held ?? []).map(() => true));
      expect(await python.ask(name, lies)).toEqual(lies.map(() => false));
    }
  });

  it('reads and verifies every receipt of the vectors, and refuses those that are none', async () => {
    const { key } = await vectors<{ key: string }>('receipt.v1');
    const { receipts, merged, refused } = RECEIPT_VECTORS;
    const whole = [...receipts, merged];
    const textOf = (one: (typeof whole)[number]) => Buffer.from(receiptBytes(one.receipt)).toString();
    expect(await python.ask('receipt', whole.map(textOf))).toEqual(whole.map(({ digest }) => ({ digest })));
    const answers = await python.ask(
      'receipt',
      refused.map(({ text }) => text),
    );
    for (const [at, { path }] of refused.entries()) {
      expect(answers[at]).toEqual({ refused: expect.stringContaining(path === '' ? 'canonical' : path) });
    }
    const asked = whole.map((one) => ({ text: textOf(one), keys: [key] }));
    expect(await python.ask('verified_receipt', asked)).toEqual(
      whole.map(({ digest, receipt }) => ({ digest, signer: receipt.signer ?? null })),
    );
    const unkeyed = await python.ask(
      'verified_receipt',
      asked.map((one) => ({ ...one, keys: [] })),
    );
    for (const one of unkeyed) expect(one).toEqual({ refused: expect.stringContaining('No key was given') });
  });

  it('finds in the snapshot of the vectors what stands there', async () => {
    const { files, lookUps } = await vectors<{
      files: Record<string, string>;
      lookUps: { address: string; at: string; use: string; answer: string; decidedBy: number[] }[];
    }>('snapshot.v1');
    const asked = lookUps.map(({ address, at, use }) => ({ address, use, at: Date.parse(at) }));
    const [made] = await python.ask('in_snapshot', [
      { files: inBase64(Object.entries(files), 'hex'), asked },
    ]);
    expect(made).toMatchObject(lookUps.map(({ answer, decidedBy }) => ({ answer, decidedBy })));
  });

  it('finds in any snapshot what the registry finds, for the same reasons', async () => {
    const logs = fc.sample(fc.tuple(logArbitrary, questionArbitrary, fc.subarray(PLACES)), {
      numRuns: 60,
      seed: 8,
    });
    const bytes = ITEM.recognised.filter(({ by }) => by !== 'pdq');
    const digests = Object.fromEntries(bytes.map(({ by, value }) => [by, value]));
    const expected: unknown[] = [];
    const cases = logs.map(([entries, question, known]) => {
      const { files } = tablesOf(entries, replayOf(entries).size, known);
      const tables = opened({ files });
      const items = [...ADDRESSES.map((address) => ({ address })), { address: RESIZED, ...digests }, digests];
      expected.push(
        items.map((one) => {
          const address = 'address' in one ? one.address : undefined;
          const place = {
            outer: address === undefined ? [] : urlExpressions(address),
            embedded: address === undefined ? [] : embeddedUrls(address).map(urlExpressions),
            recognised: 'sha256' in one ? bytes : [],
          };
          const { covering, contentClaimants } = findInSnapshot(tables, place, question.at);
          const { answer, decidedBy, notDeciding } = decide(covering, { ...question, contentClaimants });
          return {
            answer,
            decidedBy: decidedBy.map(({ index }) => index),
            reasons: [...decidedBy, ...notDeciding]
              .map(({ id, code, assurance }) => [id, code, assurance])
              .sort(),
          };
        }),
      );
      return {
        files: inBase64(
          [...files].map(([name, file]) => [name, Buffer.from(file).toString('hex')] as const),
          'hex',
        ),
        asked: items.map((one) => ({ ...question, ...one })),
      };
    });
    expect(await python.ask('in_snapshot', cases)).toEqual(expected);
  });
});

const inBase64 = (files: Iterable<readonly [string, string]>, encoding: BufferEncoding) =>
  Object.fromEntries(
    [...files].map(([name, text]) => [name, Buffer.from(text, encoding).toString('base64')]),
  );
