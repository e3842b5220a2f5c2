import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GraphqlClient } from '../support/graphql-client.js';
import {
  makeBareHome,
  startServerProcess,
  type ServerProcess,
  type TestHome,
} from '../support/server-process.js';

const ASSENT = `node ${join(process.cwd(), 'bin', 'assent.mjs')}`;

let readme: string;
let home: TestHome;
let server: ServerProcess;

beforeAll(async () => {
  readme = await readFile('README.md', 'utf8');
  home = await makeBareHome();
  server = await startServerProcess(home, { demo: true });
});

afterAll(async () => {
  await server.stop();
  await home.remove();
});

describe('README.md', () => {
  it('names two commands that set up everything, and both are scripts of the package', async () => {
    const commands = [...readme.matchAll(/```sh\n(.*)\n```/g)].map(([, command]) => command);
    expect(commands).toEqual(['npm ci && npm start', 'npm ci && npm test']);
    const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(scripts['start']).toBe('node bin/assent.mjs serve --demo');
    expect(scripts['test']).toContain('jest');
  });

  it('links only to what is there', () => {
    const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link ?? '');
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((link) => !link.startsWith('http') && !existsSync(link))).toEqual([]);
  });

  it('shows a tour whose every command prints what it says', async () => {
    await sayNoInThePage('https://botanical-illustrator.demo.test/plates/spring/tulips-blue-10.png');
    const steps = tour();
    expect(steps.length).toBeGreaterThan(3);
    for (const { command, output } of steps) {
      expect({ command, output: comparable(await run(command)) }).toEqual({
        command,
        output: comparable(output),
      });
    }
  });
});

/** Commands with the output shown below them. */
function tour(): { command: string; output: string }[] {
  return [...readme.matchAll(/```console\n([\s\S]*?)```/g)]
    .flatMap(([, block]) => (block ?? '').split(/^\$ /m).slice(1))
    .map((step) => {
      const [command = '', ...output] = step.split('\n');
      return { command, output: output.join('\n') };
    });
}

/** Moments differ from run to run; so does the length of a log that others write to. */
function comparable(output: string): string {
  return output.replace(/As of log size \d+, \S+\./, 'As of …').trim();
}

async function run(command: string): Promise<string> {
  const child = spawn('sh', ['-c', command.replaceAll('npx assent', ASSENT)], {
    cwd: home.folder,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...home.environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  await once(child, 'close');
  return output;
}

async function sayNoInThePage(address: string): Promise<void> {
  const artist = new GraphqlClient(server.url);
  await artist.register('artist@example.org');
  await artist.ask(
    `mutation Declare($input: DeclareConsentInput!) { declareConsent(input: $input) { __typename } }`,
    {
      input: {
        kind: 'URL',
        address,
        capacity: 'AUTHOR',
        answers: [{ use: 'TRAIN_AI', preference: 'DENY' }],
      },
    },
  );
}
