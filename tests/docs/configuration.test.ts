import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { CONFIGURATION_KEYS } from '../../src/config.js';

describe('docs/configuration.md', () => {
  it('explains every key that is read, and no other', async () => {
    const text = await readFile('docs/configuration.md', 'utf8');
    const explained = [...text.matchAll(/^\| `([A-Z_]+)` *\|/gm)].map(([, key]) => key);
    expect([...explained].sort()).toEqual([...CONFIGURATION_KEYS].sort());
  });
});
