import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { ERASED_TABLES } from '../../src/store/erased-tables.js';

const page = await readFile('docs/privacy.md', 'utf8');

describe('docs/privacy.md', () => {
  it('names every table that an erasure deletes from where it says what an operator has to run', () => {
    const [, tables = ''] = /VACUUM \(FULL\) ([^;]+);/.exec(page) ?? [];
    expect(tables.split(/,\s+/)).toEqual([...ERASED_TABLES]);
  });
});
