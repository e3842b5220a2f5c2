import { encodeRange } from '../../core/snapshot/key-range.js';
import { type KeyedTables, openKeyedTables } from '../../core/snapshot/keyed-tables.js';
import type { SnapshotManifest } from '../../core/snapshot/snapshot-manifest.js';
import type { Registry } from '../registry.js';
import { ownTrust } from './own-trust.js';
import { readFile, readVerifiedManifest } from './read-snapshot.js';
import { SnapshotUnusable } from './snapshot-unusable.js';

interface OpenedSize {
  readonly manifest: SnapshotManifest;
  readonly tables: KeyedTables;
}

/** Ranges of the registry's own snapshots. The one that was asked about last is kept open. */
export class SnapshotRanges {
  readonly #registry: Registry;
  #last: { readonly size: number; readonly opened: Promise<OpenedSize> } | undefined;

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  /**
   * What stands under the keys that begin so; undefined where there is no such snapshot, and for a beginning that is longer or
   * shorter than its manifest says.
   * @param prefix hexadecimal digits, or `-` for none
   */
  async read(size: number, prefix: string): Promise<Uint8Array | undefined> {
    const { manifest, tables } = (await this.#open(size)) ?? {};
    const digits = prefix === '-' ? '' : prefix;
    if (manifest === undefined || tables === undefined || digits.length !== manifest.rangeDigits)
      return undefined;
    return encodeRange(tables, digits);
  }

  async #open(size: number): Promise<OpenedSize | undefined> {
    if (this.#last?.size !== size) this.#last = { size, opened: this.#read(size) };
    try {
      return await this.#last.opened;
    } catch (error) {
      this.#last = undefined;
      if (error instanceof SnapshotUnusable) return undefined;
      throw error;
    }
  }

  async #read(size: number): Promise<OpenedSize> {
    const { snapshots } = this.#registry;
    const trust = await ownTrust(this.#registry);
    const { manifest } = await readVerifiedManifest(snapshots.folder, size, trust);
    const rows = await readFile(snapshots.folder, manifest, 'rows.bin', trust);
    const opened = openKeyedTables(rows, await readFile(snapshots.folder, manifest, 'records.bin', trust));
    if (!opened.ok) throw new SnapshotUnusable(opened.problem.code, opened.problem.message);
    return { manifest, tables: opened.tables };
  }
}
