import type { Capacity } from '../../core/consent/capacity.js';
import { inParallel } from '../catalogue/ingest/in-parallel.js';
import type { Medium } from '../ports/catalogue.js';
import type { WorkTools } from '../ports/work-tools.js';
import { readDetails, type WorkDetails } from './given-work.js';
import { printWork } from './print-work.js';
import { MOST_WORKS } from './register-works.js';
import { writePrints, type WrittenPrints } from './written-prints.js';

/** A file that shall become a work, wherever it lies. */
export interface WorkFile extends WorkDetails {
  /** By which its row of the results is known. */
  readonly name: string;
  readonly medium: Medium;
  /** Throws what stands in the way, with a message for whoever has the file. */
  read(): Promise<Uint8Array>;
}

/** A work that a registry has now. */
export interface HandedWork {
  readonly id: string;
  readonly isNew: boolean;
  /** Whether anything was ever said about it, also what was withdrawn. */
  readonly isAnswered: boolean;
}

/** A registry, here or elsewhere, as works are handed to it. */
export interface WorksDoor {
  /** One answer for each, in order; throws when nothing of it was registered. */
  register(
    capacity: Capacity,
    works: readonly (WorkDetails & { readonly prints: WrittenPrints })[],
  ): Promise<readonly HandedWork[]>;
  /** Puts works into the collection of that name, and begins it if there is none; answers why not, where they are left out of it. */
  collect(name: string, workIds: readonly string[]): Promise<string | undefined>;
  /** Says no to training about a work; answers why that was not put on record, if it was not. */
  sayNo(capacity: Capacity, workId: string): Promise<string | undefined>;
}

/** What became of one file. */
export interface WorkResult {
  readonly name: string;
  readonly status: 'registered' | 'known' | 'refused';
  readonly workId?: string | undefined;
  /** Why it was refused, or why no answer about it is on record. */
  readonly problem?: string | undefined;
}

export interface AddWorksInput {
  readonly tools: WorkTools;
  readonly door: WorksDoor;
  readonly files: AsyncIterable<WorkFile>;
  readonly capacity: Capacity;
  readonly saysNo: boolean;
  /** Name of the collection into which the works are put. */
  readonly collection?: string | undefined;
  /** Told of every batch once it is registered, before the next one begins. */
  readonly onResults: (results: readonly WorkResult[]) => Promise<void>;
  /** Ends the run between two batches; what was registered by then stays. */
  readonly signal?: AbortSignal;
}

/** Two for each of two cores: while one picture is decoded, another is compared. */
const AT_A_TIME = 4;
const REST_MS = 500;

/**
 * Fingerprints files where they lie and registers works by that: the files go nowhere. While the registry works on one batch the next is
 * fingerprinted.
 */
export async function addWorks(input: AddWorksInput): Promise<void> {
  let registering: Promise<void> = Promise.resolve();
  const next = async (files: readonly WorkFile[]) => {
    const printed = await printAll(input.tools, files);
    await registering;
    registering = registerBatch(input, printed).then(input.onResults);
    // Awaited in its turn; until then a failure is nobody's.
    registering.catch(() => undefined);
  };
  let batch: WorkFile[] = [];
  try {
    for await (const file of input.files) {
      input.signal?.throwIfAborted();
      batch.push(file);
      if (batch.length < MOST_WORKS) continue;
      await next(batch);
      batch = [];
    }
    if (batch.length > 0) await next(batch);
  } finally {
    // What is being registered when a run ends is told of like everything before it.
    await registering;
  }
}

interface PrintedFile {
  readonly file: WorkFile;
  readonly prints: WrittenPrints | { readonly problem: string };
}

async function printAll(tools: WorkTools, files: readonly WorkFile[]): Promise<PrintedFile[]> {
  const printed: PrintedFile[] = [];
  await inParallel(files.entries(), AT_A_TIME, async ([at, file]) => {
    printed[at] = { file, prints: await printsOf(tools, file) };
  });
  return printed;
}

async function registerBatch(
  { door, capacity, saysNo, collection }: AddWorksInput,
  printed: readonly PrintedFile[],
): Promise<WorkResult[]> {
  const usable = printed.flatMap(({ file, prints }) => ('problem' in prints ? [] : [{ file, prints }]));
  const registered =
    usable.length === 0
      ? []
      : await door.register(
          capacity,
          usable.map(({ file: { title, locations, identifiers }, prints }) => ({
            title,
            locations,
            identifiers,
            prints,
          })),
        );
  const ids = [...new Set(registered.map(({ id }) => id))];
  const uncollected =
    collection === undefined || ids.length === 0 ? undefined : await door.collect(collection, ids);
  const works = new Map(usable.map(({ file }, at) => [file, registered[at]]));
  const results: WorkResult[] = [];
  for (const { file, prints } of printed) {
    const work = works.get(file);
    if (work === undefined) {
      const problem = 'problem' in prints ? prints.problem : 'It was not answered.';
      results.push({ name: file.name, status: 'refused', problem });
      continue;
    }
    // A run that was cut may have registered a work and not come to say no about it.
    const problem = saysNo && !work.isAnswered ? await door.sayNo(capacity, work.id) : uncollected;
    results.push({ name: file.name, status: work.isNew ? 'registered' : 'known', workId: work.id, problem });
  }
  return results;
}

async function printsOf(
  tools: WorkTools,
  file: WorkFile,
): Promise<WrittenPrints | { readonly problem: string }> {
  const details = readDetails(file);
  if (!details.ok) return { problem: `${details.message} ${details.nextStep}` };
  let bytes: Uint8Array;
  try {
    bytes = await file.read();
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
  for (;;) {
    const result = await printWork(tools, file.medium, bytes);
    if (result.ok) return writePrints(result.prints);
    if (result.reason !== 'busy') return { problem: `${result.message} ${result.nextStep}` };
    await new Promise((done) => setTimeout(done, REST_MS));
  }
}
