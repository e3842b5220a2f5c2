import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { FINGERPRINT_ALGORITHMS } from '../../src/core/log/leaf-fingerprint.js';
import { LEAF_KINDS } from '../../src/core/log/leaf.js';
import { AIPREF_LABELS } from '../../src/core/signals/aipref-labels.js';
import { VOCABULARY_VERSIONS } from '../../src/core/signals/vocabulary.js';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const page = readFileSync('docs/standard.md', 'utf8');
const leafSchema = JSON.parse(readFileSync('schema/leaf.v1.json', 'utf8')) as Schema;
const openingSchema = JSON.parse(readFileSync('schema/opening.v1.json', 'utf8')) as Schema;
const definitions = Object.values(leafSchema.$defs ?? {});
const HEADER = ['v', 'kind', 'time'];

/** The text below a heading, up to the next heading of its level or a higher one. */
function section(heading: string): string {
  const level = heading.indexOf(' ');
  const [, below = ''] = page.split(`\n${heading}\n`);
  return below.split(new RegExp(`^#{1,${level}} `, 'm'))[0] ?? '';
}

interface Row {
  readonly name: string;
  readonly isOptional: boolean;
  readonly text: string;
}

/** The rows of the first table of a text that has this heading in its first column. */
function rows(text: string, column: string): Row[] {
  const tables = text
    .trim()
    .split(/\n\n+/)
    .filter((block) => new RegExp(`^\\| +${column} +\\|`).test(block));
  return (tables[0] ?? '')
    .split('\n')
    .slice(2)
    .flatMap((line) => {
      const [, name, mark] = /^\| `([^`]+)`(\?)? *\|/.exec(line) ?? [];
      return name === undefined ? [] : [{ name, isOptional: mark === '?', text: line }];
    });
}

function names(text: string, column: string): string[] {
  return rows(text, column).map(({ name }) => name);
}

function definition(name: string): Schema {
  return leafSchema.$defs?.[name] ?? {};
}

function membersOf(schemas: readonly Schema[]): string[] {
  return [...new Set(schemas.flatMap((schema) => Object.keys(schema.properties ?? {})))].sort();
}

describe('docs/standard.md', () => {
  it('has a section for every kind of leaf, in their order, and for no other', () => {
    const kinds = [...section('## Leaves').matchAll(/^### `([a-z]+)`$/gm)].map(([, kind]) => kind);
    expect(kinds).toEqual([...LEAF_KINDS]);
  });

  it('names the members that every leaf has', () => {
    expect(names(section('## Leaves'), 'member')).toEqual(HEADER);
  });

  it.each(LEAF_KINDS)(
    'names every member of a leaf of kind %s, and marks those that may be absent',
    (kind) => {
      const schemas = definitions.filter(({ properties }) => properties?.['kind']?.const === kind);
      const own = membersOf(schemas).filter((name) => !HEADER.includes(name));
      const described = rows(section(`### \`${kind}\``), 'member');
      expect(described.map(({ name }) => name).sort()).toEqual(own);
      const required = own.filter((name) => schemas.every((schema) => schema.required?.includes(name)));
      expect(
        described
          .filter(({ isOptional }) => !isOptional)
          .map(({ name }) => name)
          .sort(),
      ).toEqual(required);
    },
  );

  it.each(LEAF_KINDS)('names every word that a leaf of kind %s may hold', (kind) => {
    const text = section(`### \`${kind}\``);
    const words = definitions
      .filter(({ properties }) => properties?.['kind']?.const === kind)
      .flatMap(({ properties = {} }) =>
        Object.entries(properties).flatMap(([name, schema]) =>
          HEADER.includes(name) || name === 'basis' ? [] : wordsOf(schema),
        ),
      );
    expect(words.filter((word) => !text.includes(`\`${word}\``))).toEqual([]);
  });

  it('names the words that several kinds share', () => {
    const words = section('## Words');
    const shared = ['capacity', 'use', 'preference'].flatMap((name) => wordsOf(definition(name)));
    const bases = wordsOf(definition('statement').properties?.['basis'] ?? {});
    expect(shared.length + bases.length).toBeGreaterThan(15);
    expect([...shared, ...bases].filter((word) => !words.includes(`\`${word}\``))).toEqual([]);
    expect(names(section('### Uses'), 'use').sort()).toEqual(wordsOf(definition('use')).sort());
  });

  it('names the members of subjects and fingerprints', () => {
    const [, places = '', content = '', fingerprints = ''] = section('### Subjects').split(/members/);
    expect(names(places, 'member').sort()).toEqual(membersOf([definition('placeSubject')]));
    expect(names(content, 'member').sort()).toEqual(membersOf([definition('contentSubject')]));
    expect(names(fingerprints, 'member').sort()).toEqual(membersOf([definition('fingerprint')]));
    expect(names(fingerprints, '`algorithm`').sort()).toEqual([...FINGERPRINT_ALGORITHMS].sort());
    expect(names(section('### Subjects'), '`kind`')).toEqual(['content', 'url', 'path', 'domain', 'account']);
  });

  it('names the members of openings and terms', () => {
    const [opening = '', terms = ''] = section('## Openings').split(/^Terms /m);
    expect(names(opening, 'member').sort()).toEqual(membersOf([openingSchema]));
    expect(names(terms, 'member').sort()).toEqual(membersOf([openingSchema.$defs?.['terms'] ?? {}]));
  });

  it('shows the bytes of a leaf and its id as the vectors have them', () => {
    const { leaves } = JSON.parse(readFileSync('schema/vectors/leaf.v1.json', 'utf8')) as {
      leaves: { text: string; hash: string }[];
    };
    const shown = [...section('## Bytes, hashes, limits').matchAll(/```text\n(.*)\n```/g)].map(
      ([, text]) => text,
    );
    expect(leaves.map(({ text, hash }) => [text, hash])).toContainEqual(shown);
  });

  it('shows the endorsement text that the vectors have', () => {
    const { endorsements } = JSON.parse(readFileSync('schema/vectors/leaf.v1.json', 'utf8')) as {
      endorsements: { text: string }[];
    };
    const [, shown] = /```text\n([\s\S]*?)```/.exec(section('### `key`')) ?? [];
    expect(endorsements.map(({ text }) => text)).toContain(shown);
  });

  it('has the labels and versions of AIPREF that the code reads', () => {
    const table = section('## Other vocabularies');
    for (const version of VOCABULARY_VERSIONS.aipref) {
      for (const label of Object.keys(AIPREF_LABELS[version])) {
        const line = table
          .split('\n')
          .find((row) => row.startsWith('| AIPREF') && isAbout(row, version, label));
        expect({ version, label, isThere: line !== undefined }).toEqual({ version, label, isThere: true });
      }
    }
  });

  it('lists every vector file but those of the log formats, which are others’', () => {
    const listed = [...section('## Vectors').matchAll(/`([a-z*.0-9-]+\.json)`/g)].map(
      ([, name = '']) => name,
    );
    const own = readdirSync('schema/vectors').filter((name) =>
      /^(?:canonical|url|leaf|opening|decision|replay|pdq|iscc|mapping|aipref)/.test(name),
    );
    const isListed = (name: string) =>
      listed.some((pattern) =>
        new RegExp(`^${pattern.replaceAll('.', '\\.').replace('*', '.*')}$`).test(name),
      );
    expect(own.filter((name) => !isListed(name))).toEqual([]);
    expect(listed.filter((pattern) => !pattern.includes('*') && !own.includes(pattern))).toEqual([]);
  });
});

describe.each(['standard.md', 'privacy.md'])('docs/%s', (name) => {
  it('links only to what is there', () => {
    const text = readFileSync(`docs/${name}`, 'utf8');
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? `docs/${name}` : `docs/${file}`;
      expect({ link, isThere: existsSync(target) }).toEqual({ link, isThere: true });
      if (anchor !== undefined) {
        expect({ link, anchors: anchorsOf(readFileSync(target, 'utf8')) }).toEqual({
          link,
          anchors: expect.arrayContaining([anchor]) as unknown,
        });
      }
    }
  });
});

function wordsOf(schema: Schema): string[] {
  const words = [...(schema.enum ?? []), ...(schema.const === undefined ? [] : [schema.const])];
  return words.filter((word): word is string => typeof word === 'string');
}

/** Whether a row speaks of a label in a version: "AIPREF -02, -03 `train-ai`; -01 `ai`". */
function isAbout(row: string, version: string, label: string): boolean {
  const [, cell = ''] = row.split('|');
  return cell
    .split(/;|(?<=`),(?= -)/)
    .some(
      (part) =>
        part.includes(`\`${label}\``) && (part.includes(`-${version}`) || part.includes('all versions')),
    );
}

function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\- ]/gu, '')
      .replaceAll(' ', '-'),
  );
}
