import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { ATTEMPT_LIMITS } from '../../src/identity/attempt-limiter.js';

const page = await readFile(new URL('../../docs/accounts.md', import.meta.url), 'utf8');

describe('docs/accounts.md', () => {
  it.each(Object.entries(ATTEMPT_LIMITS))('states the limits of %s as they are', (kind, limits) => {
    const [perAddress, perTarget] = [limits.perAddress, limits.perTarget].map(
      ({ attempts, seconds }) => `${attempts} in ${seconds / 60} minutes`,
    );
    expect(page).toMatch(
      new RegExp(`\\| \`${kind}\` +\\| ${String(perAddress)} +\\| ${String(perTarget)} +\\|`),
    );
  });
});
