import type { LogJournal } from '../ports/log-journal.js';
import type { LogKeyring, PublishedMark } from '../ports/log-key.js';
import type { SignedCheckpoint } from '../ports/log-tree.js';
import type { RegistryStore } from '../ports/registry-store.js';
import type { Clock, Sha256 } from '../ports/surroundings.js';
import type { LogWitnesses } from './ask-witnesses.js';

/** What a log is made of. */
export interface LogParts {
  readonly store: RegistryStore;
  readonly sha256: Sha256;
  readonly clock: Clock;
  readonly keys: LogKeyring;
  /** Where the leaves lie durably; undefined when the database is durable by itself. */
  readonly journal: LogJournal | undefined;
  /** Undefined where there is no place apart from the database to keep it in. */
  readonly mark: PublishedMark | undefined;
  /** Absent where the operator names none. */
  readonly witnesses?: LogWitnesses | undefined;
  /** Told of every checkpoint that is signed here; must not throw. */
  readonly onPublished?: ((checkpoint: SignedCheckpoint) => void) | undefined;
}
