import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openUnderPolicy } from '../../src/core/tlog/open-under-policy.js';
import { parseTlogPolicy } from '../../src/core/tlog/parse-tlog-policy.js';
import { verifyEd25519 } from '../../src/log-key/node-ed25519.js';
import { nodeSha256 } from '../../src/log-key/node-sha256.js';
import { formatPrivateKey } from '../../src/log-key/private-key-text.js';
import { eventually } from '../support/eventually.js';
import { GraphqlClient } from '../support/graphql-client.js';
import { startServerProcess, type TestHome } from '../support/server-process.js';
import { logSigner, ORIGIN, vkeyOf } from './signed-tree.js';
import { startWitnessProcess, type WitnessProcess } from './witness-process.js';
import { WITNESS_NAME } from './witness-stage.js';

const LOG = vkeyOf(logSigner());
let folder: string;
let home: TestHome;
let witness: WitnessProcess;
let policy: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assent-witnessed-'));
  const [registry, keyFile, policyFile] = [
    join(folder, 'registry'),
    join(folder, 'registry', 'log.key'),
    join(folder, 'policy'),
  ];
  await mkdir(registry);
  await writeFile(keyFile, `${formatPrivateKey(ORIGIN, new Uint8Array(32).fill(1))}\n`, { mode: 0o600 });
  witness = await startWitnessProcess('--dir', join(folder, 'w1'), '--name', WITNESS_NAME, '--log', LOG);
  policy = `log ${LOG}\nwitness w1 ${witness.verifierKey} ${witness.url}\nquorum w1\n`;
  await writeFile(policyFile, policy);
  // Embedded whatever the suites run on: the backup of the scenario is a copy of its folder.
  home = {
    folder: registry,
    environment: {
      ASSENT_DATA: join(registry, 'data'),
      ASSENT_LOG_KEY_FILE: keyFile,
      ASSENT_LOG_POLICY: policyFile,
      ASSENT_LOG_LEVEL: 'error',
      PORT: '0',
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
});

afterAll(async () => {
  await witness.stop();
  await home.remove();
});

async function sayNo(artist: GraphqlClient, picture: string): Promise<string> {
  const { declareConsent } = await artist.ask<{ declareConsent: { __typename: string } }>(
    `mutation Declare($input: DeclareConsentInput!) { declareConsent(input: $input) { __typename } }`,
    {
      input: {
        kind: 'URL',
        address: `https://artist.example/${picture}.jpg`,
        capacity: 'AUTHOR',
        answers: [{ use: 'TRAIN_AI', preference: 'DENY' }],
      },
    },
  );
  return declareConsent.__typename;
}

/** The size of the served checkpoint, once it satisfies the policy. */
async function witnessedSize(url: string): Promise<number> {
  const read = parseTlogPolicy(new TextEncoder().encode(policy), nodeSha256);
  if (!read.ok) throw new Error(read.problem.message);
  let size = 0;
  await eventually(async () => {
    const served = await fetch(`${url}/log/checkpoint`);
    const opened = openUnderPolicy(new Uint8Array(await served.arrayBuffer()), read.policy, verifyEd25519);
    size = opened.ok ? opened.checkpoint.size : 0;
    return opened.ok;
  });
  return size;
}

describe('a server whose log a witness cosigns', () => {
  it('shows cosigned checkpoints, and put back to yesterday as a whole starts read-only', async () => {
    const yesterday = await startServerProcess(home);
    const artist = new GraphqlClient(yesterday.url);
    await artist.register('artist@example.org');
    await sayNo(artist, 'monday');
    const before = await witnessedSize(yesterday.url);
    await yesterday.stop();
    await cp(home.folder, join(folder, 'backup'), { recursive: true });

    const today = await startServerProcess(home);
    await sayNo(artist.at(today.url), 'tuesday');
    expect(await witnessedSize(today.url)).toBeGreaterThan(before);
    await today.stop();
    await rm(home.folder, { recursive: true });
    await cp(join(folder, 'backup'), home.folder, { recursive: true });

    const restored = await startServerProcess(home);
    const ready = await fetch(`${restored.url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.text()).toContain('assent log recover');
    const said = await sayNo(artist.at(restored.url), 'wednesday').catch((error: unknown) => String(error));
    expect(said).toContain('assent log recover');
    expect(restored.output()).toContain(WITNESS_NAME);
    expect(await witnessedSize(restored.url)).toBe(before);
    await restored.stop();
  });

  it('does not start with a policy that cannot be read', async () => {
    const nowhere = {
      ...home,
      environment: { ...home.environment, ASSENT_LOG_POLICY: join(folder, 'nowhere') },
    };
    await expect(startServerProcess(nowhere)).rejects.toThrow('The policy file');
  });
});
