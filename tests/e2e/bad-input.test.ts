/**
 * The contract about input that is wrong, over the surfaces that people and programs have: each of these gets an error that
 * has a type, and names the field. Unknown fields, wrong types, a future vocabulary, a megabyte of terms, a JSON key twice,
 * a signature that is not canonical.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openLog } from '../../src/app/log/registry-log.js';
import type { Registry } from '../../src/app/registry.js';
import { runProgram } from '../../src/cli/program.js';
import { nodeSha256 } from '../../src/log-key/node-sha256.js';
import type { OpenStore } from '../../src/store/open-store.js';
import { runVerifier } from '../cli/run-verifier.js';
import { LEAF_VECTORS } from '../core/log/leaf-vectors.js';
import { readAnswer, type ApiAnswer } from '../graphql/ask-api.js';
import { recordingIo } from '../support/recording-io.js';
import {
  makeTestHome,
  runCommand,
  startServerProcess,
  type ServerProcess,
  type TestHome,
} from '../support/server-process.js';
import { testClock } from '../support/test-clock.js';
import { testKeyring } from '../support/test-log.js';
import { makeTestRegistry } from '../support/test-registry.js';
import { openTestStore } from '../support/test-store.js';
import {
  checkpoint,
  keyAddition,
  leavesWith,
  makeKey,
  makeLog,
  makeProof,
  ORIGIN,
  writeLog,
} from '../verifier/make-log.js';

const MEGABYTE = 'a'.repeat(1_000_000);

let home: TestHome;
let server: ServerProcess;
let cookie = '';
/** Of commands that run in this process. */
let store: OpenStore;

beforeAll(async () => {
  [home, store] = await Promise.all([makeTestHome(), openTestStore()]);
  server = await startServerProcess(home);
  const registered = await send(
    JSON.stringify({
      query: 'mutation($input: RegisterInput!) { register(input: $input) { __typename } }',
      variables: { input: { email: 'careless@example.org', password: 'nine unripe pears' } },
    }),
  );
  cookie = `assent_session=${registered.session ?? ''}`;
});

afterAll(async () => {
  await server.stop();
  await store.close();
  await home.remove();
});

/** Runs a command as a process of its own would, over a store of its own. */
async function inProcess(overrides: Partial<Registry>, ...argv: readonly string[]) {
  const io = recordingIo(home.folder);
  const registry = makeTestRegistry(store, overrides);
  const exit = await runProgram(argv, io, (_argv, work) => work(registry));
  return { exit, printed: io.printed() };
}

async function send(body: string): Promise<ApiAnswer> {
  const response = await fetch(new URL('/graphql', server.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, origin: server.url },
    body,
  });
  return readAnswer(response);
}

const DECLARE = `mutation($input: DeclareConsentInput!) {
  declareConsent(input: $input) {
    __typename
    ... on UserError { code message nextStep }
    ... on InvalidInputError { field }
  }
}`;
const DECLARATION = {
  kind: 'URL',
  address: 'https://slips.example/1.png',
  capacity: 'AUTHOR',
  ownWorks: true,
  answers: [{ use: 'TRAIN_AI', preference: 'DENY' }],
};
const declare = (change: object) =>
  send(JSON.stringify({ query: DECLARE, variables: { input: { ...DECLARATION, ...change } } }));

const CHECK = 'query($input: CheckConsentInput!) { checkConsent(input: $input) { logSize } }';
const check = (change: object) => {
  const input = { items: [{ url: 'https://slips.example/1.png' }], uses: ['TRAIN_AI'], ...change };
  return send(JSON.stringify({ query: CHECK, variables: { input } }));
};

describe('a variable of a GraphQL request', () => {
  it.each<[reason: string, ask: () => Promise<ApiAnswer>, field: string]>([
    ['an unknown field', () => declare({ colour: 'red' }), 'input.colour'],
    ['an unknown field of terms', () => declare({ terms: { price: '5' } }), 'input.terms.price'],
    ['an unknown field of an item', () => check({ items: [{ url: 'x', md5: 'y' }] }), 'input.items[0].md5'],
    ['a number for a text', () => declare({ address: 7 }), 'input.address'],
    ['a text for yes or no', () => declare({ ownWorks: 'yes' }), 'input.ownWorks'],
    ['a list for an object', () => declare({ terms: [[]] }), 'input.terms'],
    ['a moment that there is not', () => declare({ expiresAt: '2027-02-30T00:00:00Z' }), 'input.expiresAt'],
    ['a size that is a number', () => check({ asOf: { logSize: 3 } }), 'input.asOf.logSize'],
    ['nothing where something must be', () => declare({ answers: null }), 'input.answers'],
    [
      'a use of a later vocabulary',
      () => declare({ answers: [{ use: 'TRAIN_VIDEO', preference: 'DENY' }] }),
      'input.answers[0].use',
    ],
    [
      'a use of a later vocabulary in a question',
      () => check({ uses: ['TRAIN_AI', 'DREAM'] }),
      'input.uses[1]',
    ],
    ['a capacity of a later vocabulary', () => declare({ capacity: 'MUSE' }), 'input.capacity'],
  ])('with %s is refused, and the field named', async (_reason, ask, field) => {
    const { data, errors } = await ask();
    expect(data).toBeUndefined();
    expect(errors[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field });
    // Whatever tells people reads the message alone.
    expect(errors[0]?.message).toContain(field.split('.').at(-1));
  });
});

describe('a GraphQL document', () => {
  const about = (input: string, rest = '') => `{ checkConsent(input: { ${input} } ${rest}) { logSize } }`;

  it.each([
    ['an unknown field', about('items: [], uses: [SEARCH], colour: RED'), 'input.colour'],
    ['an unknown argument', about('items: [], uses: [SEARCH]', 'colour: RED'), 'colour'],
    ['a field twice', about('items: [], uses: [SEARCH], uses: [TRAIN_AI]'), 'input.uses'],
    ['an argument twice', '{ datasets { slug } entry(id: "1", id: "2") { id } }', 'id'],
    ['a number for a text', about('items: [{ url: 7 }], uses: [SEARCH]'), 'input.items.url'],
    ['a use of a later vocabulary', about('items: [], uses: [SEARCH, DREAM]'), 'input.uses'],
    ['a field missing', about('items: []'), 'input.uses'],
    ['an argument missing', '{ checkConsent { logSize } }', 'input'],
    ['a digest that is none', '{ statement(id: "abc") { id } }', 'id'],
  ])('with %s is refused, and the field named', async (_reason, query, field) => {
    const { status, data, errors } = await send(JSON.stringify({ query }));
    expect({ status, data }).toEqual({ status: 400, data: undefined });
    expect(errors[0]?.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED', field });
  });
});

describe('what fits its type and cannot be accepted', () => {
  it.each(['credit', 'contact', 'licenceUrl', 'feeUrl'])('a megabyte of terms: %s', async (term) => {
    const { data, errors } = await declare({
      answers: [{ use: 'TRAIN_AI', preference: 'CONDITIONAL' }],
      terms: { [term]: term.endsWith('Url') ? `https://terms.example/${MEGABYTE}` : MEGABYTE },
    });
    expect(errors).toEqual([]);
    expect(data?.['declareConsent']).toMatchObject({
      __typename: 'InvalidInputError',
      code: 'INVALID_INPUT',
      field: `terms.${term}`,
      message: expect.stringContaining(`/terms/${term}`),
      nextStep: 'Correct it, or leave it out.',
    });
  });

  it.each<[reason: string, change: object, field: string]>([
    ['terms with a plain no', { terms: { credit: 'By nobody' } }, 'terms'],
    ['no answers', { answers: [] }, 'answers'],
    ['an end that has passed', { expiresAt: '2001-01-01T00:00:00Z' }, 'expiresAt'],
    ['a key with spaces', { idempotencyKey: 'two words' }, 'idempotencyKey'],
    ['rights that were given up, and a no', { basis: 'CC0' }, 'basis'],
  ])('%s', async (_reason, change, field) => {
    const { data } = await declare(change);
    expect(data?.['declareConsent']).toMatchObject({ __typename: 'InvalidInputError', field });
  });

  it.each<[reason: string, change: object, field: string]>([
    ['a moment by two names', { asOf: { logSize: '1', time: '2026-11-22T12:00:00Z' } }, 'asOf'],
    ['a size that is not signed', { asOf: { logSize: '999' } }, 'asOf.logSize'],
    ['a use twice', { uses: ['SEARCH', 'SEARCH'] }, 'uses'],
    ['too many items', { items: Array.from({ length: 10_001 }, () => ({ url: '' })) }, 'items'],
  ])('in a question: %s', async (_reason, change, field) => {
    const { data, errors } = await check(change);
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', field, nextStep: expect.stringMatching(/\.$/) } },
    ]);
  });
});

describe('JSON with one key twice', () => {
  const asked = JSON.stringify({ query: DECLARE, variables: { input: DECLARATION } });

  it.each([
    ['in the request', asked.replace('{"query"', '{"query":"{ datasets { slug } }","query"'), 'query'],
    ['in the input', asked.replace('"kind":"URL"', '"kind":"URL","kind":"DOMAIN"'), 'variables.input.kind'],
    [
      'spelt in two ways',
      asked.replace('"ownWorks":true', '"ownWorks":true,"own\\u0057orks":false'),
      'variables.input.ownWorks',
    ],
    [
      'further inside',
      asked.replace('"preference":"DENY"', '"preference":"DENY","preference":"ALLOW"'),
      'variables.input.answers.0.preference',
    ],
  ])('is refused in a request, and the key named: %s', async (_where, body, field) => {
    const answer = await send(body);
    expect({ status: answer.status, data: answer.data }).toEqual({ status: 400, data: undefined });
    expect(answer.errors).toMatchObject([
      {
        message: expect.stringContaining(`The key "/${field.replaceAll('.', '/')}" appears twice`),
        extensions: { code: 'BAD_REQUEST', field, nextStep: expect.stringMatching(/each name once\.$/) },
      },
    ]);
  });

  it('is told from a list with one text twice, and from half a character, which are answered', async () => {
    const items = [{ url: 'https://a.example/' }, { url: 'https://a.example/' }, { url: '\ud800' }];
    expect((await check({ items })).errors).toEqual([]);
  });

  it('is refused in a table, where rows would be judged by one address and downloaded by another', async () => {
    const rows =
      '{"url":"https://a.example/1.png"}\n{"url":"https://b.example/1.png","url":"https://c.example/1.png"}\n';
    await writeFile(join(home.folder, 'twice.ndjson'), rows);
    const ran = await runCommand(home, 'check', 'twice.ndjson', '--use', 'train-ai', '--out', 'kept.ndjson');
    expect(ran).toMatchObject({ exit: 4, stdout: '' });
    expect(ran.stderr).toMatch(/twice\.ndjson cannot be read: .*duplicate key "url"/);
  });

  it('is refused in evidence against a log', async () => {
    const note = 'a note';
    const file = `{"format":"assent-log-evidence","version":1,"first":"${note}","second":"${note}","second":"b","proof":[]}`;
    await writeFile(join(home.folder, 'evidence.json'), file);
    const { vkey } = makeKey(ORIGIN, 1);
    const ran = await runCommand(home, 'witness', 'verify', 'evidence.json', '--key', vkey);
    expect(ran).toMatchObject({ exit: 4, stdout: '' });
    expect(ran.stderr).toContain('The key "/second" appears twice');
  });
});

describe('a leaf that this release cannot read', () => {
  const key = makeKey(ORIGIN, 7);
  const { leaf: statement } = LEAF_VECTORS.leaves[0] ?? {};
  const text = (change: object) => {
    const members = Object.entries({ ...statement, ...change }).sort(([a], [b]) => (a < b ? -1 : 1));
    return JSON.stringify(Object.fromEntries(members));
  };

  it.each([
    ['an unknown field', text({ zeal: 'great' }), '"/zeal" is not known here'],
    ['a wrong type', text({ ownWorks: 'yes' }), 'true or false is expected for "/ownWorks"'],
    ['a use of a later vocabulary', text({ use: 'train-video' }), '"/use" must be one of'],
    ['a later version', text({ v: 2 }), '"/v" is 2, a version of leaves that is not known'],
    ['a key twice', text({}).replace('"use":', '"use":"search","use":'), 'The key "/use" appears twice'],
  ])('does not come in by a mirror, and the field is named: %s', async (_reason, leaf, told) => {
    const leaves = [keyAddition(key, 0), Buffer.from(leaf)];
    await writeLog(makeLog(leaves, [key]), join(home.folder, 'mirror'));
    const note = checkpoint(leaves, [key]).toString();
    const log = await openLog({
      store,
      sha256: nodeSha256,
      clock: testClock().now,
      keys: testKeyring(),
      journal: undefined,
      mark: { read: () => Promise.resolve(note), write: () => Promise.resolve() },
    });
    const { exit, printed } = await inProcess({ log }, 'log', 'recover', '--from', 'mirror');
    expect(exit).toBe(3);
    expect(printed).toContain('The copy cannot be used from leaf 1 on');
    expect(printed).toContain(told);
    expect(await store.log.size()).toBe(0n);
  });

  it.each([
    ['a key twice', text({}).replace('"use":', '"use":"search","use":'), 'in its member "use"'],
    ['a later version', text({ v: 2 }), 'of version 2 (its member "v")'],
  ])('is told of by whoever verifies the log: %s', async (_reason, leaf, told) => {
    await writeLog(makeLog([keyAddition(key, 0), Buffer.from(leaf)], [key]), join(home.folder, 'log-copy'));
    const { exit, err } = await runVerifier(home.folder, 'log', 'verify', 'log-copy', '--key', key.vkey);
    expect(exit).toBe(3);
    expect(err).toContain('leaf 1 is');
    expect(err).toContain(told);
  });
});

describe('a signature that is not canonical', () => {
  const key = makeKey(ORIGIN, 1);
  const leaves = leavesWith(key, 6);
  const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

  /** The same signature with S + L for S, which satisfies the same equation. */
  function withLargerS(line: string): string {
    const bytes = Buffer.from(line, 'base64');
    const scalar = BigInt(`0x${Buffer.from(bytes.subarray(-32)).reverse().toString('hex')}`) + ORDER;
    bytes.set(Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex').reverse(), bytes.length - 32);
    return bytes.toString('base64');
  }

  /** The same bytes with a bit set that base64 leaves over. */
  function withSpareBit(line: string): string {
    return line.replace(/.(==?)$/, (end) => `${String.fromCharCode(end.charCodeAt(0) + 1)}${end.slice(1)}`);
  }

  it.each([
    ['S beyond the order of the curve', withLargerS, `the signature that names the key ${ORIGIN}+`],
    ['bits left over in base64', withSpareBit, 'has a malformed signature line (number 1)'],
  ])('proves nothing, in a proof or in a checkpoint, and is named: %s', async (_reason, respell, told) => {
    const respelt = (file: Buffer) =>
      file
        .toString()
        .replace(/^(\u2014 \S+ )(\S+)$/m, (_line, name: string, line: string) => name + respell(line));
    const given = ['--key', key.vkey];

    const proof = makeProof(leaves, 4, [key]);
    await writeFile(join(home.folder, 'good.tlog-proof'), proof);
    await writeFile(join(home.folder, 'respelt.tlog-proof'), respelt(proof));
    expect((await runVerifier(home.folder, 'proof', 'verify', 'good.tlog-proof', ...given)).exit).toBe(0);
    const ofProof = await runVerifier(home.folder, 'proof', 'verify', 'respelt.tlog-proof', ...given);
    expect(ofProof).toMatchObject({ exit: 3, err: expect.stringContaining(told) });

    const files = makeLog(leaves, [key]).set('checkpoint', Buffer.from(respelt(checkpoint(leaves, [key]))));
    await writeLog(files, join(home.folder, 'respelt-log'));
    const ofLog = await runVerifier(home.folder, 'log', 'verify', 'respelt-log', ...given);
    expect(ofLog).toMatchObject({ exit: 3, err: expect.stringContaining(told) });
  });
});

describe('an option of a command', () => {
  beforeAll(() => writeFile(join(home.folder, 'rows.csv'), 'url\nhttps://a.example/1.png\n'));

  it.each([
    ['a use of a later vocabulary', ['--use', 'train-video'], 2, 'There is no use train-video.'],
    ['a moment that is none', ['--use', 'search', '--as-of', 'yesterday'], 2, '--as-of takes a size'],
    ['a day that does not exist', ['--use', 'search', '--as-of', '2026-02-30'], 2, '--as-of takes a size'],
    ['a time yet to come', ['--use', 'search', '--as-of', '2999-01-01'], 2, '--as-of cannot be answered'],
    ['an option that there is not', ['--use', 'search', '--colour', 'red'], 2, "unknown option '--colour'"],
    [
      'a level that there is not',
      ['--use', 'search', '--minimum-assurance', 'sworn'],
      2,
      '--minimum-assurance',
    ],
    [
      'a column that is not there',
      ['--use', 'search', '--as-of', '0', '--url-column', 'link'],
      4,
      'has no column link; its columns are url',
    ],
  ])('is refused by name: %s', async (_reason, options, code, told) => {
    const { exit, printed } = await inProcess({}, 'check', 'rows.csv', ...options);
    expect(exit).toBe(code);
    expect(printed).toContain(told);
    expect(printed).not.toContain('rows:');
  });

  it('is refused alike by a server that runs the command: a size that is not signed', async () => {
    const ran = await runCommand(home, 'check', 'rows.csv', '--use', 'search', '--as-of', '999');
    expect(ran).toMatchObject({ exit: 2, stdout: '' });
    expect(ran.stderr).toMatch(
      /^--as-of cannot be answered\. The size asked about is none that the log has signed/,
    );
    expect(ran.stderr).toMatch(/Ask about a size from 0 to \d+, or about none for the answer of today\.\n$/);
  });
});
