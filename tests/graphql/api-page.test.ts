import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { parse, validate } from 'graphql';
import { MAX_CHECKED_ITEMS } from '../../src/app/consent/check-consent.js';
import { API_SCOPES } from '../../src/app/ports/accounts.js';
import { REFUSAL_CODES } from '../../src/app/refusal.js';
import {
  MAX_ALIASES,
  MAX_DEPTH,
  MAX_DIRECTIVES,
  MAX_DOCUMENT,
  MAX_TOKENS,
} from '../../src/graphql/limits.js';
import { enumName } from '../../src/graphql/define-enum.js';
import { MAX_PAGE } from '../../src/graphql/page-args.js';
import { MAX_PRICE } from '../../src/graphql/prices.js';
import { PROBLEM_CODES } from '../../src/graphql/problems.js';
import { buildBareSchema } from '../../src/graphql/schema.js';

const page = await readFile('docs/api.md', 'utf8');
const schema = await buildBareSchema();

const inEnglish = (value: number) => value.toLocaleString('en-GB');

describe('docs/api.md', () => {
  it('shows only documents that the schema answers', () => {
    const documents = [...page.matchAll(/^```graphql\n(.*?)^```/gms)].map(([, document = '']) => document);
    expect(documents.length).toBeGreaterThan(0);
    for (const document of documents) expect(validate(schema, parse(document))).toEqual([]);
  });

  it.each([
    ['query', Object.keys(schema.getQueryType()?.getFields() ?? {})],
    ['mutation', Object.keys(schema.getMutationType()?.getFields() ?? {})],
    ['code of a refusal', REFUSAL_CODES],
    ['code of an error', PROBLEM_CODES],
    ['scope', API_SCOPES.map(enumName)],
  ])('names every %s', (_kind, names) => {
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  it.each([
    ['a document', `${inEnglish(MAX_DOCUMENT)} characters, ${inEnglish(MAX_TOKENS)} tokens`],
    ['fields within fields', `${MAX_DEPTH} levels`],
    ['other names for fields (`a: registry { … }`)', String(MAX_ALIASES)],
    ['directives', String(MAX_DIRECTIVES)],
    ['a page of a list', `${MAX_PAGE} items`],
    ['items of `checkConsent`', inEnglish(MAX_CHECKED_ITEMS)],
    ['the price of a request', inEnglish(MAX_PRICE)],
  ])('gives the limit of %s as it is', (what, limit) => {
    const row = page.split('\n').find((line) => line.startsWith(`| ${what} `));
    expect(row).toContain(`| ${limit}`);
  });
});
