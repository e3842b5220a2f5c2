import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { UsageError } from '../usage-error.js';
import type { CommandIo } from '../io.js';
import type { CheckOptions } from './check-options.js';
import { readsStdin, stdinEnding } from './check-plan.js';

/** What a check is asked to do, once standard streams are files: another process can be asked to do it. */
export interface FileCheck {
  readonly argv: readonly string[];
  readonly files: readonly string[];
  readonly options: CheckOptions;
}

const IS_TEXT = /\.(csv|tsv|ndjson|txt)$/;

/**
 * Runs a check whose `-` are files on the way: what comes by standard input is taken down first, since whoever does the work may
 * be another process, and reads it more than once. What is to go to standard output goes there once it is whole.
 */
export async function withStandardStreams(
  io: CommandIo,
  { argv, files, options }: FileCheck,
  work: (check: FileCheck) => Promise<number>,
): Promise<number> {
  const isRead = readsStdin(files);
  const isWritten = options.out === '-';
  if (!isRead && !isWritten) return work({ argv, files, options });
  const ending = isRead ? stdinEnding(options.format) : endingOf(files);
  if (isWritten && !IS_TEXT.test(ending)) {
    throw new UsageError(
      'Only text goes to standard output: csv, tsv, ndjson or txt. Name a file with --out.',
    );
  }
  const folder = await mkdtemp(join(tmpdir(), 'assent-check-'));
  try {
    const input = join(folder, `stdin${ending}`);
    const output = join(folder, `stdout${ending}`);
    if (isRead) await takeDown(io, input);
    const named = {
      ...options,
      ...(isRead ? { spooledStdin: input } : {}),
      ...(isWritten ? { out: output, spooledStdout: true as const } : {}),
    };
    const exit = await work({
      argv: [
        ...argv.map((word, at) => spooled(word, argv[at - 1], input, output)),
        ...(isRead ? ['--spooled-stdin', input] : []),
        ...(isWritten ? ['--spooled-stdout'] : []),
      ],
      files: files.map((file) => (file === '-' ? input : file)),
      options: named,
    });
    if (isWritten && exit === 0) await passOn(io, output);
    return exit;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function spooled(word: string, before: string | undefined, input: string, output: string): string {
  if (word === '--out=-') return `--out=${output}`;
  if (word !== '-') return word;
  return before === '--out' ? output : input;
}

function endingOf([first = '']: readonly string[]): string {
  return /\.[a-z]+$/i.exec(first)?.[0] ?? '';
}

async function takeDown(io: CommandIo, path: string): Promise<void> {
  if (io.stdin === undefined) throw new UsageError('There is no standard input here. Name a file.');
  await pipeline(io.stdin, createWriteStream(path, { mode: 0o600 }));
}

async function passOn(io: CommandIo, path: string): Promise<void> {
  for await (const text of createReadStream(path, 'utf8') as AsyncIterable<string>) io.out(text);
}
