import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RestoreRefused, type RestoreRefusal } from '../../src/app/backup/restore-refused.js';
import { addLog } from '../../src/cli/commands/log.js';
import { addNewOrigin } from '../../src/cli/commands/log-new-origin.js';
import { addReceipt } from '../../src/cli/commands/receipt.js';
import { addReport } from '../../src/cli/commands/report.js';
import { addRestore } from '../../src/cli/commands/restore.js';
import { addSnapshot } from '../../src/cli/commands/snapshot.js';
import { addDoctor } from '../../src/cli/commands/doctor.js';
import { explainFailure } from '../../src/cli/explain-failure.js';
import { createProgram } from '../../src/cli/program.js';
import { loadConfig } from '../../src/config.js';
import { BackupDamaged } from '../../src/core/backup/backup-damaged.js';
import { BACKUP_MAGIC, encodeFrame, FIRST_DIGEST } from '../../src/core/backup/backup-frame.js';
import { readCheckPolicy } from '../../src/core/check/check-policy.js';
import { DataFolderBusy } from '../../src/data-folder/lock.js';
import { nodeSha256 } from '../../src/log-key/node-sha256.js';
import { recordingIo } from '../support/recording-io.js';

const page = await readFile('docs/operations.md', 'utf8');

const config = loadConfig({});
const program = createProgram(
  { argv: [], io: recordingIo(), withRegistry: () => Promise.resolve(0), ended: () => undefined },
  (all, setting) => {
    for (const add of [addRestore, addLog, addNewOrigin, addDoctor]) add(all, config, setting);
    for (const add of [addReceipt, addReport]) add(all, setting);
    addSnapshot(all, setting);
  },
);

/** The command lines of a page, with the words of each. */
const linesOf = (text: string) =>
  [...text.matchAll(/npx assent ([^`\n]+)/g)].map(([, rest = '']) => rest.trim().split(/\s+/));
const lines = linesOf(page);

/** The command that a line names, and what is left of the line. */
function commandOf(words: readonly string[]) {
  let command = program;
  let at = 0;
  for (; at < words.length; at += 1) {
    const inner = command.commands.find((one) => one.name() === words[at]);
    if (inner === undefined) break;
    command = inner;
  }
  return { command, rest: words.slice(at) };
}

describe.each(['checking', 'receipts', 'for-legal'])('docs/%s.md', (name) => {
  it('shows only commands and options that there are, and links only to what is there', async () => {
    const text = await readFile(`docs/${name}.md`, 'utf8');
    for (const words of linesOf(text)) {
      const { command, rest } = commandOf(words);
      const known = command.options.map(({ long }) => long);
      const unknown = rest.filter((word) => word.startsWith('--') && !known.includes(word));
      expect({ words, isCommand: command !== program, unknown }).toEqual({
        words,
        isCommand: true,
        unknown: [],
      });
    }
    const links = [...text.matchAll(/\]\(([^)#]+)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !existsSync(join('docs', link)))).toEqual([]);
  });
});

describe('docs/checking.md', () => {
  it('names every option of the command, and shows a policy that is one', async () => {
    const text = await readFile('docs/checking.md', 'utf8');
    const { command } = commandOf(['check']);
    const shown = command.options.filter(({ hidden }) => !hidden).map(({ long }) => long ?? '');
    const elsewhere = ['--minimum-assurance', '--as-of', '--json', '--receipt-key'];
    expect(shown.filter((option) => !text.includes(option) && !elsewhere.includes(option))).toEqual([]);
    const [, policy = ''] = /```json\n(.*?)\n```/s.exec(text) ?? [];
    expect(readCheckPolicy(JSON.parse(policy))).toMatchObject({ unknown: 'drop' });
  });
});

describe('docs/operations.md', () => {
  it('shows only commands and options that there are', () => {
    expect(lines.length).toBeGreaterThan(8);
    for (const words of lines) {
      const { command, rest } = commandOf(words);
      const options = rest.filter((word) => word.startsWith('--'));
      const known = command.options.map(({ long }) => long);
      expect([words[0], options.filter((option) => !known.includes(option))]).toEqual([
        command.parent === program ? command.name() : command.parent?.name(),
        [],
      ]);
    }
  });

  it('gives each refusal of a restore its exit code', () => {
    const refused = (code: RestoreRefusal) => new RestoreRefused(code, code);
    const [, table = ''] = /^It is refused, with nothing changed, when$(.*?)^###/ms.exec(page) ?? [];
    const exits = [...table.matchAll(/^\| .+? \| (\d) /gm)].map(([, exit]) => Number(exit));
    const errors = [
      new DataFolderBusy('/data', { pid: 1, start: undefined, purpose: 'serve', socket: undefined }),
      refused('store-not-empty'),
      new BackupDamaged('cut-off', 0, 'It is cut off.'),
      refused('later-release'),
      refused('last-unknown'),
      refused('other-log'),
      refused('not-verified'),
    ];
    expect(exits).toEqual(errors.map((error) => explainFailure(error).exit));
  });

  it('gives the beginning of a file, and the head of a frame, as they are', () => {
    expect(page).toContain(`\`${new TextDecoder().decode(BACKUP_MAGIC).trim()}\` and a line feed`);
    const [, table = ''] = /^## The file$(.*)/ms.exec(page) ?? [];
    const lengths = [...table.matchAll(/^\| (\d+) /gm)].map(([, length]) => Number(length));
    const empty = encodeFrame('end', new Uint8Array(), FIRST_DIGEST, nodeSha256);
    expect(lengths.reduce((total, length) => total + length, 0)).toBe(empty.bytes.length);
  });

  it('links only to what is there, headings too', async () => {
    const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) {
      const [file = '', heading] = link.split('#');
      const path = file === '' ? 'docs/operations.md' : join('docs', file);
      expect([link, existsSync(path)]).toEqual([link, true]);
      const headings = [...(await readFile(path, 'utf8')).matchAll(/^#+ (.*)$/gm)].map(([, text = '']) =>
        anchorOf(text),
      );
      expect(heading === undefined ? [] : headings).toEqual(
        heading === undefined ? [] : expect.arrayContaining([heading]),
      );
    }
  });
});

/** As code forges make it of a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}
