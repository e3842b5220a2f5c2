import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckTally } from '../../app/check/check-tally.js';
import { fileIdentity } from '../../tables/file-identity.js';

/** What is kept of an input that was checked to its end, until the whole run is. */
export interface FinishedInput {
  /** Of the input as it was read, in hexadecimal. */
  readonly identity: string;
  readonly tally: CheckTally;
  /** SHA-256 of the files, in hexadecimal; absent unless a receipt was asked for. */
  readonly digests?: { readonly input: string; readonly output?: string | undefined } | undefined;
  /** Of the output as it was written, in hexadecimal. */
  readonly output?: string | undefined;
}

interface RunState {
  /** Tells a run that asks the same of the same answers from every other. */
  readonly key: string;
  /** The moment that its answers speak of. */
  readonly moment: string;
}

const FOLDER = '.assent-check';
const RUN = 'run.json';

/** How long a run that was cut short may be gone on with: what runs out meanwhile is not seen by it. */
const LONGEST_PAUSE_MS = 86_400_000;

/** What a run over many tables has done, kept in the folder of its outputs so that another run goes on with it. */
export class FinishedInputs {
  readonly folder: string;

  /** @param folder of the outputs */
  constructor(folder: string) {
    this.folder = join(folder, FOLDER);
  }

  /** The moment of a run with this key that was begun lately. */
  async earlierMoment(key: string, now: Date): Promise<Date | undefined> {
    const earlier = await readJson<RunState>(join(this.folder, RUN));
    const moment = new Date(earlier?.moment ?? NaN);
    if (earlier?.key === key && now.getTime() - moment.getTime() < LONGEST_PAUSE_MS) return moment;
    return undefined;
  }

  /** Everything of any other run is removed. */
  async begin(key: string, moment: Date): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
    await mkdir(this.folder, { recursive: true });
    await replace(join(this.folder, RUN), { key, moment: moment.toISOString() });
  }

  /** What was found of an input, if it is still the same and its output is there. */
  async find(id: string, identity: string, output: string | undefined): Promise<FinishedInput | undefined> {
    const found = await readJson<FinishedInput>(this.#path(id));
    if (found?.identity !== identity) return undefined;
    if (output === undefined) return found;
    return found.output === (await identityOf(output)) ? found : undefined;
  }

  add(id: string, finished: FinishedInput): Promise<void> {
    return replace(this.#path(id), finished);
  }

  #path(id: string): string {
    return join(this.folder, `${id}.json`);
  }
}

/** The name under which what belongs to an input is kept. */
export function inputId(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 24);
}

/** Tells a file from every other, in hexadecimal; undefined when there is none. */
export async function identityOf(path: string): Promise<string | undefined> {
  const identity = await fileIdentity(path).catch(() => undefined);
  return identity && Buffer.from(identity).toString('hex');
}

async function readJson<T>(path: string): Promise<T | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as T;
  } catch {
    // Cut short by a crash: as if it was not there.
    return undefined;
  }
}

async function replace(path: string, value: unknown): Promise<void> {
  await writeFile(`${path}.new`, JSON.stringify(value));
  await rename(`${path}.new`, path);
}
