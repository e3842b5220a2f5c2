import { describe, expect, it } from '@jest/globals';
import { buildSchema, graphql } from 'graphql';
import type { Actor } from '../../src/app/actor.js';
import type { ApiScope, Role } from '../../src/app/ports/accounts.js';
import { obstacleFor } from '../../src/graphql/allows.js';
import type { Obstacle } from '../../src/graphql/allows.js';
import { guardSchema, PolicyMismatch } from '../../src/graphql/guard-schema.js';
import type { Rule } from '../../src/graphql/policy.js';
import { account } from '../support/store-records.js';

const ANYONE: Rule = { who: ['anyone'], key: 'any' };

describe('guarding a schema', () => {
  const schema = () => buildSchema('type Query { here: Thing } type Thing { name: String secret: String }');

  it('names every field that has no rule', () => {
    const policy = { Query: { here: ANYONE }, Thing: { name: ANYONE } };
    expect(() => {
      guardSchema(schema(), policy);
    }).toThrow(PolicyMismatch);
    expect(() => {
      guardSchema(schema(), policy);
    }).toThrow('Thing.secret has no rule.');
  });

  it('names every rule that has no field', () => {
    const policy = { Query: { here: ANYONE }, Thing: { name: ANYONE, secret: ANYONE, gone: ANYONE } };
    expect(() => {
      guardSchema(schema(), policy);
    }).toThrow('Thing.gone has a rule and is no field.');
  });
});

describe('an argument that is null', () => {
  const FIELDS = 'open(after: String, filter: Filter): String guarded(after: String, filter: Filter): String';
  const schema = buildSchema(`
    input Filter { word: String size: Int }
    type Query { shelf: Shelf ${FIELDS} }
    type Shelf { ${FIELDS} }
  `);
  const rules = { open: ANYONE, guarded: { who: ['anyone'], key: 'read' } } as const;
  guardSchema(schema, { Query: { ...rules, shelf: ANYONE }, Shelf: rules });

  const CALLED = '(after: null, filter: { word: null, size: 3 })';
  const PASSED_ON = JSON.stringify({ filter: { size: 3 } });

  it.each([
    ['of an open field', `{ open${CALLED} }`, { open: PASSED_ON }],
    ['of a guarded field', `{ guarded${CALLED} }`, { guarded: PASSED_ON }],
    ['of an open field further down', `{ shelf { open${CALLED} } }`, { shelf: { open: PASSED_ON } }],
    ['of a guarded field further down', `{ shelf { guarded${CALLED} } }`, { shelf: { guarded: PASSED_ON } }],
  ])('is the same as one left out: %s', async (_where, source, data) => {
    const fields = { open: JSON.stringify, guarded: JSON.stringify };
    const contextValue = { caller: { actor: { kind: 'anonymous', address: '192.0.2.1' } } };
    const answer = await graphql({ schema, source, contextValue, rootValue: { ...fields, shelf: fields } });
    expect(answer).toEqual({ data });
  });
});

describe('a rule', () => {
  const own = account();
  const mine = { ownerId: own.id };
  const anonymous: Actor = { kind: 'anonymous', address: '192.0.2.1' };
  const inBrowser = (role: Role): Actor => ({
    kind: 'account',
    account: { ...own, role },
    via: 'session',
    sessionId: undefined,
    scopes: ['read', 'check', 'declare'],
    address: '192.0.2.1',
  });
  const withKey = (...scopes: ApiScope[]): Actor =>
    ({ ...inBrowser('artist'), via: 'api-key', scopes }) as Actor;

  it.each<[reason: string, rule: Rule, actor: Actor, source: unknown, Obstacle]>([
    ['anyone may', ANYONE, anonymous, {}, 'nothing'],
    ['nobody is signed in', { who: ['account'], key: 'any' }, anonymous, {}, 'not-signed-in'],
    ['whoever is signed in may', { who: ['account'], key: 'any' }, inBrowser('builder'), {}, 'nothing'],
    ['a role is not a rank', { who: ['moderator'], key: 'any' }, inBrowser('admin'), {}, 'not-theirs'],
    ['its owner may', { who: ['owner'], key: 'any' }, inBrowser('artist'), mine, 'nothing'],
    [
      'it is somebody else’s',
      { who: ['owner'], key: 'any' },
      inBrowser('artist'),
      { ownerId: 'x' },
      'not-theirs',
    ],
    ['whose it is is not known', { who: ['owner'], key: 'any' }, inBrowser('artist'), {}, 'not-theirs'],
    [
      'there is no object at all',
      { who: ['owner'], key: 'any' },
      inBrowser('artist'),
      undefined,
      'not-theirs',
    ],
    ['a rule for nobody lets nobody in', { who: [], key: 'any' }, inBrowser('admin'), mine, 'not-theirs'],
    ['the key has the scope', { who: ['anyone'], key: 'check' }, withKey('check'), {}, 'nothing'],
    ['the key lacks the scope', { who: ['anyone'], key: 'check' }, withKey('read'), {}, 'scope-missing'],
    ['a key without scopes can do nothing', { who: ['anyone'], key: 'read' }, withKey(), {}, 'scope-missing'],
    [
      'no key may, whatever its scopes',
      { who: ['owner'], key: 'none' },
      withKey('read'),
      mine,
      'browser-only',
    ],
  ])('is judged by who asks, what for, and how: %s', (_reason, rule, actor, source, obstacle) => {
    expect(obstacleFor(rule, actor, source)).toBe(obstacle);
  });
});
