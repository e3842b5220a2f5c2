import { bytesToHex } from '@noble/hashes/utils.js';
import type { Sha256 } from '../../core/log/sha256.js';
import type { SnapshotFile, SnapshotManifest } from '../../core/snapshot/snapshot-manifest.js';
import type { SnapshotDraftFolder, SnapshotFolder } from '../ports/snapshots.js';
import { pathIn } from './snapshot-names.js';

/** What need not be fetched: what an interrupted attempt left, and what has not changed since the snapshot before. */
export class KnownFiles {
  readonly #draft: SnapshotDraftFolder;
  readonly #folder: SnapshotFolder;
  readonly #before: SnapshotManifest | undefined;
  readonly #sha256: Sha256;

  constructor(
    draft: SnapshotDraftFolder,
    folder: SnapshotFolder,
    before: SnapshotManifest | undefined,
    sha256: Sha256,
  ) {
    this.#draft = draft;
    this.#folder = folder;
    this.#before = before;
    this.#sha256 = sha256;
  }

  /** Whether the file is in the draft now, as it must be. */
  async provide(file: SnapshotFile): Promise<boolean> {
    if (this.#isIt(file, await this.#draft.read(file.name))) return true;
    const same = this.#before?.files.find(({ name, sha256 }) => name === file.name && sha256 === file.sha256);
    if (this.#before === undefined || same === undefined) return false;
    const bytes = await this.#folder.read(pathIn(this.#before.size, file.name), file.bytes);
    if (bytes === undefined || !this.#isIt(file, bytes)) return false;
    await this.#draft.write(file.name, bytes);
    return true;
  }

  #isIt(file: SnapshotFile, bytes: Uint8Array | undefined): boolean {
    return bytes?.length === file.bytes && bytesToHex(this.#sha256(bytes)) === file.sha256;
  }
}
