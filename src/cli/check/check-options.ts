import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { AsOf, ConsentQuestions } from '../../app/ports/consent-answers.js';
import { type CheckPolicy, readCheckPolicy } from '../../core/check/check-policy.js';
import type { Keep } from '../../core/check/row-fate.js';
import type { Assurance } from '../../core/consent/assurance.js';
import { USES, type Use } from '../../core/consent/use.js';
import { FieldError } from '../../core/json/field-reader.js';
import { parseStrictJson } from '../../core/json/parse-strict-json.js';
import { UsageError } from '../usage-error.js';
import type { CommandIo } from '../io.js';
import type { NamedSnapshotOptions } from '../named-snapshot.js';

export interface CheckOptions extends NamedSnapshotOptions {
  readonly use: readonly Use[];
  readonly out?: string;
  readonly outDir?: string;
  readonly report?: string;
  readonly keep: Keep;
  readonly policy?: string;
  readonly urlColumn?: string;
  readonly textColumn?: string;
  readonly minimumAssurance?: Assurance;
  readonly asOf?: AsOf;
  readonly decisions?: string;
  readonly rejected?: string;
  readonly conditional?: string;
  readonly credits?: string;
  readonly licensed?: string;
  readonly accepted?: readonly string[];
  readonly named?: string;
  readonly dropNamed?: true;
  readonly captionColumn?: string;
  /** A receipt: the tables are what it says was kept. */
  readonly since?: string;
  readonly format?: string;
  readonly receipt?: string;
  readonly receiptKey?: string;
  readonly json?: true;
  /** The file that holds what came by standard input; this program says it to itself alone, as the next. */
  readonly spooledStdin?: string;
  /** `out` is on its way to standard output, which is kept for it. */
  readonly spooledStdout?: true;
}

const HOUR_MS = 3_600_000;

/** The policy of a run: that of the file, which the command line may only make stricter. */
export async function readPolicyFile(
  io: CommandIo,
  { policy: path, minimumAssurance, asOf }: Pick<CheckOptions, 'policy' | 'minimumAssurance' | 'asOf'>,
): Promise<CheckPolicy> {
  const policy = path === undefined ? ({ version: 1 } as const) : await readPolicyAt(io, path);
  if (minimumAssurance !== undefined && policy.minimumAssurance !== undefined) {
    throw new UsageError(
      '--minimum-assurance and the policy both say which assurance counts. Leave one out.',
    );
  }
  if (asOf !== undefined && policy.asOf !== undefined) {
    throw new UsageError('--as-of and the policy both say as of when. Leave one out.');
  }
  return {
    ...policy,
    ...(minimumAssurance === undefined ? {} : { minimumAssurance }),
    ...(asOf === undefined ? {} : { asOf: 'size' in asOf ? asOf : { time: asOf.time.toISOString() } }),
  };
}

async function readPolicyAt(io: CommandIo, path: string): Promise<CheckPolicy> {
  const text = await readText(io, path, '--policy');
  const parsed = parseStrictJson(text);
  if (!parsed.ok) throw new UsageError(`--policy ${path}: ${parsed.problem.message}`);
  try {
    return readCheckPolicy(parsed.value);
  } catch (error) {
    if (error instanceof FieldError) throw new UsageError(`--policy ${path}: ${error.message}`);
    throw error;
  }
}

/** A text file that an option names. Throws UsageError where there is none. */
export async function readText(io: CommandIo, path: string, option: string): Promise<string> {
  try {
    return await readFile(resolve(io.cwd, path), 'utf8');
  } catch (error) {
    throw new UsageError(`${option} ${path} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

export function questionsOf(uses: readonly Use[], policy: CheckPolicy): ConsentQuestions {
  const { minimumAssurance, likenessDistance, asOf, maxAgeHours } = policy;
  return {
    uses,
    minimumAssurance,
    likenessDistance,
    asOf: asOf === undefined || 'size' in asOf ? asOf : { time: new Date(asOf.time) },
    maxAge: maxAgeHours === undefined ? undefined : maxAgeHours * HOUR_MS,
  };
}

const TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z)?$/;

export function readAsOf(text: string): AsOf {
  if (/^\d+$/.test(text)) return { size: Number(text) };
  const time = new Date(text);
  // Date takes 30 February for 2 March; a day that does not exist is a mistake, not another day.
  const isTime = TIME.test(text) && !Number.isNaN(time.getTime());
  if (!isTime || time.toISOString().slice(0, 10) !== text.slice(0, 10)) {
    throw new UsageError('--as-of takes a size of the log, or a time in UTC such as 2026-11-22T12:00:00Z.');
  }
  return { time };
}

export function readUse(text: string, earlier: readonly Use[] = []): readonly Use[] {
  const named = text.split(',').map((part) => {
    const use = USES.find((known) => known === part.trim());
    if (!use) throw new UsageError(`There is no use ${part.trim()}. There are ${USES.join(', ')}.`);
    return use;
  });
  return [...new Set([...earlier, ...named])];
}
