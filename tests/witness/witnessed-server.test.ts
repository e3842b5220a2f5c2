import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { makeEmbeddedHome, startServerProcess, type TestHome } from '../support/server-process.js';

let home: TestHome;

beforeAll(async () => {
  home = await makeEmbeddedHome();
});

afterAll(() => home.remove());

// What a server does with a policy that can be read is in tests/faults/equivocation.test.ts.
describe('a server whose log a witness is to cosign', () => {
  it('does not start with a policy that cannot be read', async () => {
    const nowhere = { ...home.environment, ASSENT_LOG_POLICY: join(home.folder, 'nowhere') };
    await expect(startServerProcess({ ...home, environment: nowhere })).rejects.toThrow('The policy file');
  });
});
