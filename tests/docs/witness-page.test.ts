import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseTlogPolicy } from '../../src/core/tlog/parse-tlog-policy.js';
import { nodeSha256 } from '../../src/log-key/node-sha256.js';
import { formatLogEvidence } from '../../src/witness/log-evidence.js';
import { SignedTree, logSigner, vkeyOf, words } from '../witness/signed-tree.js';

let page: string;
let folder: string;

beforeAll(async () => {
  page = await readFile('docs/witness.md', 'utf8');
  folder = await mkdtemp(join(tmpdir(), 'assent-witness-page-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('docs/witness.md', () => {
  it('names one key of the log throughout, the one that signs the evidence of the test', () => {
    const keys = [...page.matchAll(/registry\.example\/log\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+/g)].map(
      ([key]) => key,
    );
    expect(new Set(keys)).toEqual(new Set([vkeyOf(logSigner())]));
  });

  it('shows a policy that can be read', () => {
    const [, policy = ''] = /```text\n(log [\s\S]*?)```/.exec(page) ?? [];
    expect(parseTlogPolicy(new TextEncoder().encode(policy), nodeSha256)).toMatchObject({
      ok: true,
      policy: { quorum: 'both', witnesses: [{ name: 'w1' }, { name: 'w2' }] },
    });
  });

  it('proves a fork by hand, with the output that it says', async () => {
    const [, commands = '', output = ''] =
      /<!-- test: by hand -->\n\n```sh\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/.exec(page) ?? [];
    const first = new SignedTree(words(13)).checkpoint(13);
    const second = new SignedTree(words(13, ' changed', 5)).checkpoint(13);
    await writeFile(join(folder, 'fork.json'), formatLogEvidence({ first, second, proof: [] }));
    expect(await run(`set -e\n${commands}`)).toEqual({ exit: 0, printed: output });
  });
});

async function run(script: string): Promise<{ exit: number | null; printed: string }> {
  const child = spawn('bash', ['-c', script], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (text: Buffer) => (printed += text.toString()));
  await once(child, 'close');
  return { exit: child.exitCode, printed };
}
