import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { SignedInActor } from '../../src/app/actor.js';
import type { DeclareConsentInput } from '../../src/app/consent/declaration.js';
import { declareConsent } from '../../src/app/consent/declare-consent.js';
import { eraseOpening } from '../../src/app/consent/erase-opening.js';
import { withdrawStatement } from '../../src/app/consent/withdraw-statement.js';
import type { Registry } from '../../src/app/registry.js';
import { USES } from '../../src/core/consent/use.js';
import type { OpenStore } from '../../src/store/open-store.js';
import { signUp } from '../support/sign-up.js';
import { makeTestRegistry } from '../support/test-registry.js';
import { openTestStore } from '../support/test-store.js';
import type { ApiServer } from './api-server.js';
import { openApiServer } from './api-server.js';
import { askApi } from './ask-api.js';

const PICTURE = 'https://linocuts.example/a/1.png';

let store: OpenStore;
let registry: Registry;
let server: ApiServer;

beforeAll(async () => {
  store = await openTestStore();
  registry = makeTestRegistry(store);
  server = await openApiServer(registry);
});

afterAll(async () => {
  await server.close();
  await store.close();
});

/** Says no to training at a place, unless `change` says otherwise; answers the ids of what was said. */
async function say(actor: SignedInActor, change: Partial<DeclareConsentInput> = {}): Promise<string[]> {
  const declared = await declareConsent(registry, actor, {
    kind: 'url',
    address: PICTURE,
    answers: [{ use: 'train-ai', preference: 'deny' }],
    capacity: 'author',
    basis: 'own-right',
    ownWorks: true,
    ...change,
  });
  if (!declared.ok) throw new Error(declared.message);
  return declared.statements.map(({ statement }) => bytesToHex(statement.id));
}

interface Listed {
  readonly edges: readonly {
    readonly cursor: string;
    readonly node: { readonly id: string; readonly standsNow: boolean };
  }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

const LIST = `query($subject: SubjectInput!, $first: Int! = 20, $after: String) {
  statements(subject: $subject, first: $first, after: $after) {
    edges { cursor node { id standsNow } }
    pageInfo { endCursor hasNextPage }
  }
}`;

async function list(
  kind: string,
  address: string,
  page: { first?: number; after?: string | null } = {},
): Promise<Listed> {
  const answer = await askApi(server.url, LIST, { subject: { kind, address }, ...page });
  expect(answer.errors).toEqual([]);
  return answer.data?.['statements'] as Listed;
}

const idsOf = ({ edges }: Listed) => edges.map(({ node }) => node.id);

describe('the statements about a place', () => {
  it('are all that was ever said about it, by anybody, the newest first, with whether each stands now', async () => {
    const address = 'https://everything.example/1.png';
    const [one, other] = [await signUp(registry), await signUp(registry)];
    const [first = ''] = await say(one, { address });
    const [second = ''] = await say(other, { address });
    const [third = ''] = await say(one, { address });
    const [fourth = ''] = await say(other, { address, answers: [{ use: 'search', preference: 'deny' }] });
    await withdrawStatement(registry, other, { statementId: Buffer.from(second, 'hex') });
    const listed = await list('URL', address);
    expect(listed.edges.map(({ node }) => node)).toEqual([
      { id: fourth, standsNow: true },
      { id: third, standsNow: true },
      { id: second, standsNow: false },
      { id: first, standsNow: false },
    ]);
    expect(listed.pageInfo.hasNextPage).toBe(false);
  });

  it('are about exactly this place: not about what lies in it, not about what it lies in, and not about its look-alike', async () => {
    const artist = await signUp(registry);
    const picture = await say(artist, { address: 'https://exact.example/a/' });
    const folder = await say(artist, { kind: 'path', address: 'https://exact.example/a/' });
    const domain = await say(artist, { kind: 'domain', address: 'exact.example' });
    const query = await say(artist, { address: 'https://exact.example/a/?page=2' });
    expect(idsOf(await list('URL', 'exact.example/a/'))).toEqual(picture);
    expect(idsOf(await list('PATH', 'exact.example/a/'))).toEqual(folder);
    expect(idsOf(await list('DOMAIN', 'exact.example'))).toEqual(domain);
    expect(idsOf(await list('URL', 'exact.example/a/?page=2'))).toEqual(query);
    expect(idsOf(await list('PATH', 'exact.example/'))).toEqual([]);
    expect(idsOf(await list('DOMAIN', 'www.exact.example'))).toEqual([]);
  });

  it.each([
    'HTTP://Spelt.example:80/A.png',
    'spelt.example/A.png',
    ' https://spelt.example/%41.png?utm_source=x#top ',
  ])('are found by any address that means it: %s', async (address) => {
    const artist = await signUp(registry);
    const ids = await say(artist, { address: 'https://spelt.example/A.png' });
    expect(idsOf(await list('URL', address))).toEqual(expect.arrayContaining(ids));
  });

  it('come page by page, each once, although more is said meanwhile', async () => {
    const address = 'https://pages.example/1.png';
    const ids: string[] = [];
    for (let count = 0; count < 7; count += 1)
      ids.unshift(...(await say(await signUp(registry), { address })));
    const pages: string[][] = [];
    let after: string | null = null;
    do {
      const page: Listed = await list('URL', address, { first: 3, after });
      pages.push(idsOf(page));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      await say(await signUp(registry), { address });
    } while (after !== null);
    expect(pages.map((page) => page.length)).toEqual([3, 3, 1]);
    expect(pages.flat()).toEqual(ids);
  });

  it('show of each what `statement` shows, to whoever asks', async () => {
    const address = 'https://shown.example/1.png';
    const artist = await signUp(registry);
    const answers = USES.map((use) => ({ use, preference: 'conditional' }) as const);
    const ids = await say(artist, {
      address,
      answers,
      terms: { credit: 'By the press', contact: 'the press' },
    });
    await eraseOpening(registry, artist, { statementId: Buffer.from(ids[1] ?? '', 'hex') });
    await withdrawStatement(registry, artist, { statementId: Buffer.from(ids[2] ?? '', 'hex') });
    const fields = `{
      id logIndex claimant capacity subjectKind subjectDigest address use preference terms { credit contact } basis ownWorks
      reservesRights assurance standsNow statedAt expiresAt withdrawnAt supersededBy isMine leaf proof
    }`;
    const listed = await askApi(
      server.url,
      `query($subject: SubjectInput!) { statements(subject: $subject) { edges { node ${fields} } } }`,
      { subject: { kind: 'URL', address } },
    );
    const { edges } = listed.data?.['statements'] as {
      edges: { node: { id: string; address: string | null } }[];
    };
    expect(edges).toHaveLength(USES.length);
    expect(edges.filter(({ node }) => node.address === null)).toHaveLength(1);
    for (const { node } of edges) {
      const single = await askApi(server.url, `query($id: Sha256!) { statement(id: $id) ${fields} }`, {
        id: node.id,
      });
      expect(single.data?.['statement']).toEqual(node);
    }
  });

  it.each([
    ['DOMAIN', 'https://exact.example/a/', 'given by its name alone'],
    ['PATH', 'https://exact.example/a/?page=2', 'no part after a question mark'],
    ['URL', 'a picture of mine', 'not a web address'],
    ['URL', 'ftp://exact.example/', 'Only http and https'],
    ['URL', `https://exact.example/${'a'.repeat(10_000)}`, 'longer than'],
    ['URL', '', 'empty'],
  ])('are not asked for by what names no place: %s %s', async (kind, address, told) => {
    const answer = await askApi(server.url, LIST, { subject: { kind, address } });
    expect(answer.errors).toMatchObject([
      {
        message: expect.stringContaining(told),
        path: ['statements'],
        extensions: {
          code: 'BAD_USER_INPUT',
          field: 'subject.address',
          nextStep: expect.stringMatching(/\.$/),
        },
      },
    ]);
  });

  it.each([
    ['first', { first: 0 }],
    ['first', { first: 101 }],
    ['after', { after: 'nothing' }],
    ['after', { after: Buffer.from('["statements of account","7"]').toString('base64url') }],
  ])('are refused for a wrong "%s": %j', async (field, page) => {
    const answer = await askApi(server.url, LIST, { subject: { kind: 'URL', address: PICTURE }, ...page });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field } }]);
  });
});
