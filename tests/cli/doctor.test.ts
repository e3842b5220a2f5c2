import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile, writeFile } from 'node:fs/promises';
import { addDoctor } from '../../src/cli/commands/doctor.js';
import { EXIT } from '../../src/cli/io.js';
import { runProgram } from '../../src/cli/program.js';
import { composeRegistry } from '../../src/compose-registry.js';
import { type Config, loadConfig } from '../../src/config.js';
import { formatCheckpoint } from '../../src/core/tlog/checkpoint.js';
import { formatSignedNote } from '../../src/core/tlog/signed-note.js';
import { signNote } from '../../src/core/tlog/sign-note.js';
import { readKeyFile } from '../../src/log-key/key-file.js';
import { recordingIo } from '../support/recording-io.js';
import { makeTestHome, type TestHome } from '../support/server-process.js';

let home: TestHome;
let config: Config;

beforeAll(async () => {
  home = await makeTestHome({ ASSENT_LOG_ORIGIN: 'registry.example/log' });
  config = loadConfig(home.environment);
});

afterAll(() => home.remove());

/** The lines that doctor prints, by their label, and how it ends. */
async function examine(): Promise<{ exit: number; lines: ReadonlyMap<string, string> }> {
  const io = recordingIo(home.folder);
  const exit = await runProgram(
    ['doctor'],
    io,
    async (_argv, work) => {
      const composed = await composeRegistry(config);
      try {
        return await work(composed.registry);
      } finally {
        await composed.close();
      }
    },
    (program, setting) => {
      addDoctor(program, config, setting);
    },
  );
  const lines = io
    .printed()
    .trimEnd()
    .split('\n')
    .map((line) => [line.slice(0, 11).trimEnd(), line.slice(11)] as const);
  return { exit, lines: new Map(lines) };
}

describe('assent doctor', () => {
  it('says what the log is called, how long it is, who signs it and where it is kept', async () => {
    await examine();
    const { exit, lines } = await examine();
    expect(exit).toBe(EXIT.done);
    expect(lines.get('Log')).toBe('registry.example/log, 1 leaf');
    expect(lines.get('Checkpoint')).toMatch(/^1 leaf, signed \d{4}-\d\d-\d\dT.*Z$/);
    expect(lines.get('Key')).toMatch(/^registry\.example\/log\+[0-9a-f]{8}\+A.{43}$/);
    expect(lines.get('Mark')).toBe('1 leaf published');
    expect(lines.get('Backups')).toMatch(
      config.database.kind === 'pglite'
        ? /^1 kept, the newest of \d{4}-\d\d-\d\dT.*Z$/
        : /^none kept: make them with "assent backup"/,
    );
    expect(lines.get('Journal')).toMatch(
      config.database.kind === 'pglite'
        ? /^1 file, \d+ bytes, the newest from leaf 0 on$/
        : /^none: PostgreSQL makes durable what it commits$/,
    );
    expect(lines.get('Trouble')).toBe('none');
  });

  it('never prints a private key', async () => {
    const [line = ''] = (await readFile(config.logKeyFile, 'utf8')).split('\n');
    const { lines } = await examine();
    expect(line).toMatch(/^PRIVATE\+KEY\+/);
    expect([...lines.values()].join('\n')).not.toMatch(/PRIVATE/);
  });

  it('names the trouble that the log is in, with what to do, and ends with 3', async () => {
    const mark = `${config.logKeyFile}.published`;
    const published = await readFile(mark, 'utf8');
    await writeFile(mark, await markOfLongerLog());
    const { exit, lines } = await examine();
    expect(exit).toBe(EXIT.noEvidence);
    expect(lines.get('Trouble')).toMatch(/^behind: .*assent log recover/);
    expect(lines.get('Mark')).toBe('7 leaves published');
    await writeFile(mark, published);
  });
});

async function markOfLongerLog(): Promise<string> {
  const [signer] = (await readKeyFile(config.logKeyFile)) ?? [];
  if (signer === undefined) throw new Error('There is no key.');
  const root = new Uint8Array(32).fill(1);
  const text = formatCheckpoint({ origin: signer.key.name, size: 7, root, extensions: [] });
  return new TextDecoder().decode(formatSignedNote({ text, signatures: [signNote(text, signer)] }));
}
