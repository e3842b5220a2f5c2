import { setTimeout as rest } from 'node:timers/promises';
import { type Dataset, type Entry, NoSuchDataset } from '../../ports/catalogue.js';
import type { NewPictureLook } from '../../ports/fingerprints.js';
import type { Registry } from '../../registry.js';
import { leaveUnmet } from '../../works/leave-unmet.js';
import { meetWorks } from '../../works/meet-works.js';
import { meetByMeaning } from '../../works/similar-by-meaning.js';
import { formatEntryId } from '../entries/entry-id.js';
import { HostQueues } from './host-queues.js';
import { lookAtAddress } from './look-at-address.js';
import { fingerprintBytes, type FingerprintOptions } from './fingerprint-bytes.js';
import { VectorBatches } from './vector-batches.js';
import { SiteRobots } from './site-robots.js';

export interface FingerprintDatasetInput {
  readonly slug: string;
  /** Looks for all that were missed again, not only for those missed long ago. */
  readonly again?: boolean;
  /** Looks only at those pictures again that were read before and have no vector of the model at work. */
  readonly onlyVectors?: boolean;
  /** Between two requests to one host, unless it asks for more. Default 1,000. */
  readonly pauseMs?: number;
  /** Hosts that are asked at a time. Default 16. */
  readonly hosts?: number;
  /** Ends the run; what is stored by then stays, and another run goes on from there. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: FingerprintProgress) => void;
}

export interface FingerprintProgress {
  readonly read: number;
  readonly missed: Readonly<Record<string, number>>;
}

export interface FingerprintedDataset extends FingerprintProgress {
  readonly dataset: Dataset;
  /** Hosts that did not answer several times in a row; what else they have was left for another run. */
  readonly troubledHosts: readonly string[];
  /** Vectors of the model at work that were kept beside; undefined where search by meaning is off. */
  readonly vectors:
    { readonly modelId: number; readonly added: number; readonly trouble: string | undefined } | undefined;
}

const PAUSE_MS = 1_000;
const HOSTS = 16;
/** A site that wants us to wait longer is asked as often as this all the same: some name days. */
const LONGEST_PAUSE_MS = 30_000;
/** What could not be had is looked for again after a week. */
const MISSED_FOR_MS = 7 * 86_400_000;
/** Looks that are stored together: so many are lost at most when a run is cut. */
const STORED_TOGETHER = 32;
const TROUBLES_IN_A_ROW = 5;

/**
 * Looks at the pictures that a dataset's entries lead to, and keeps their fingerprints and not the pictures. Each host is asked
 * one thing at a time, with pauses, and only for what its robots.txt lets us have. A run that was cut short is gone on with by running it again.
 * @throws NoSuchDataset
 * @throws MeaningUnavailable where only vectors are wanted and no model is at work
 */
export async function fingerprintDataset(
  registry: Registry,
  input: FingerprintDatasetInput,
): Promise<FingerprintedDataset> {
  const dataset = await registry.store.datasets.bySlug(input.slug);
  if (!dataset) throw new NoSuchDataset();
  const run = new FingerprintRun(registry, dataset, input);
  try {
    await run.lookAtAll();
  } finally {
    await run.store();
  }
  await registry.store.embeddings.buildIndexes(dataset.id);
  await meetByMeaning(registry, dataset.id);
  return { dataset, ...run.outcome() };
}

class FingerprintRun {
  readonly #robots: SiteRobots;
  readonly #troubledHosts: string[] = [];
  #vectors: VectorBatches | undefined;
  #looks: { readonly entry: Entry; readonly look: NewPictureLook }[] = [];
  #storing: Promise<void> = Promise.resolve();
  #read = 0;
  readonly #missed: Record<string, number> = {};

  constructor(
    private readonly registry: Registry,
    private readonly dataset: Dataset,
    private readonly input: FingerprintDatasetInput,
  ) {
    this.#robots = new SiteRobots(registry.outgoing);
  }

  async lookAtAll(): Promise<void> {
    const { hosts = HOSTS } = this.input;
    const queues = new HostQueues(await this.#wanted());
    const lane = async () => {
      try {
        for (let host = await queues.take(); host !== undefined; host = await queues.take()) {
          await this.#askHost(host, queues);
        }
      } catch (error) {
        queues.close();
        throw error;
      }
    };
    const lanes = await Promise.allSettled(Array.from({ length: hosts }, lane));
    const failed = lanes.find((each) => each.status === 'rejected');
    if (failed) throw failed.reason;
  }

  /** Opens the vectors, and says which rows are looked at. */
  async #wanted(): Promise<(after: bigint, limit: number) => Promise<Entry[]>> {
    const { again = false, onlyVectors = false } = this.input;
    if (onlyVectors) {
      const vectors = await VectorBatches.demand(this.registry, this.dataset.id);
      this.#vectors = vectors;
      return (after, limit) => vectors.lackingAfter(after, limit);
    }
    this.#vectors = await VectorBatches.open(this.registry, this.dataset.id);
    const { fingerprints } = this.registry.store;
    const missedBefore = new Date(this.registry.clock().getTime() - (again ? 0 : MISSED_FOR_MS));
    return (after, limit) => fingerprints.notLookedFor(this.dataset.id, { after, limit, missedBefore });
  }

  /** Waits until what has been seen is stored. */
  async store(): Promise<void> {
    const looks = this.#looks;
    this.#looks = [];
    this.#storing = this.#storing.then(async () => {
      await this.#storeThese(looks);
      await this.#vectors?.store();
    });
    await this.#storing;
  }

  async #storeThese(
    seen: readonly { readonly entry: Entry; readonly look: NewPictureLook }[],
  ): Promise<void> {
    const looks = seen.map(({ look }) => look);
    const { store } = this.registry;
    const datasetId = this.dataset.id;
    const unmet = await store.transact(async (stores) => {
      await stores.fingerprints.addBatch(datasetId, looks);
      return leaveUnmet(this.registry, stores, { datasetId, added: [], looks });
    });
    const entries = seen.map(({ entry }) => entry);
    await meetWorks(this.registry, { datasetId, entries, looks });
    await store.unmetRows.remove(unmet);
  }

  outcome(): Omit<FingerprintedDataset, 'dataset'> {
    return {
      read: this.#read,
      missed: this.#missed,
      troubledHosts: this.#troubledHosts,
      vectors: this.#vectors && {
        modelId: this.#vectors.model.id,
        added: this.#vectors.added,
        trouble: this.#vectors.trouble,
      },
    };
  }

  /** Asks a host for what is queued for it, until that is done or the host does not answer any more. */
  async #askHost(host: string, queues: HostQueues): Promise<void> {
    let troubles = 0;
    for (let entry = queues.next(host); entry !== undefined; entry = queues.next(host)) {
      this.input.signal?.throwIfAborted();
      // Pictures that are fetched for nothing but their vectors are not, once there are no vectors to be had.
      if (this.input.onlyVectors === true && this.#vectors?.trouble !== undefined) {
        queues.close();
        return;
      }
      const { isHostTroubled, pauseMs } = await this.#lookAt(entry);
      troubles = isHostTroubled ? troubles + 1 : 0;
      if (troubles === TROUBLES_IN_A_ROW) {
        queues.giveUp(host);
        this.#troubledHosts.push(host);
        return;
      }
      if (pauseMs > 0) await rest(pauseMs, undefined, this.input.signal && { signal: this.input.signal });
    }
  }

  async #lookAt(entry: Entry): Promise<{ isHostTroubled: boolean; pauseMs: number }> {
    const { pauseMs = PAUSE_MS, signal } = this.input;
    const name = formatEntryId(this.dataset.slug, entry.rowId);
    const place = { kind: 'fetch', url: entry.url, entry: name } as const;
    const options: FingerprintOptions = {
      signal,
      onRead: (read) => this.#vectors?.add(entry, read),
    };
    const own = await this.registry.pictures.own(entry.url);
    if (own !== undefined) {
      await this.#keep(entry, 'own', await fingerprintBytes(this.registry, own, place, options));
      return { isHostTroubled: false, pauseMs };
    }
    const { allows, delay } = await this.#robots.ask(entry.url);
    if (!allows) {
      await this.#keep(entry, 'address', { problem: 'robots' });
      return { isHostTroubled: false, pauseMs: 0 };
    }
    const { look, isHostTroubled } = await lookAtAddress(this.registry, place, options);
    await this.#keep(entry, 'address', look);
    const wanted = Math.min(LONGEST_PAUSE_MS, (delay ?? 0) * 1_000);
    return { isHostTroubled, pauseMs: Math.max(pauseMs, wanted) };
  }

  async #keep(
    entry: Entry,
    origin: NewPictureLook['origin'],
    look: Pick<NewPictureLook, 'picture' | 'problem'>,
  ): Promise<void> {
    const { urlKey, rowId } = entry;
    const lookedAt = this.registry.clock();
    // What is known of a picture is not given up for its vector, when it is not to be had any more.
    if (this.input.onlyVectors !== true || look.problem === undefined)
      this.#looks.push({ entry, look: { urlKey, rowId, lookedAt, origin, ...look } });
    if (look.problem === undefined) this.#read += 1;
    else this.#missed[look.problem] = (this.#missed[look.problem] ?? 0) + 1;
    if (this.#looks.length >= STORED_TOGETHER) await this.store();
    this.input.onProgress?.({ read: this.#read, missed: this.#missed });
  }
}
