import type { RegistryLog } from './log/registry-log.js';
import type { Meaning } from './ports/embedder.js';
import type { IdentityProviders } from './ports/identities.js';
import type { PictureTools } from './ports/pictures.js';
import type { Screening } from './ports/screening.js';
import type { SignedOriginalReader } from './ports/signed-originals.js';
import type { RegistryStore } from './ports/registry-store.js';
import type { SnapshotTools } from './ports/snapshots.js';
import type { WorkTools } from './ports/work-tools.js';
import type {
  AttemptLimiter,
  Clock,
  Mailer,
  NameRecords,
  OutgoingRequests,
  PasswordHasher,
  Randomness,
  Sha256,
} from './ports/surroundings.js';

/** Everything a use case may reach. Made once in src/server.ts and handed to every use case as its first argument. */
export interface Registry {
  readonly store: RegistryStore;
  readonly log: RegistryLog;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly sha256: Sha256;
  readonly mailer: Mailer;
  readonly outgoing: OutgoingRequests;
  readonly names: NameRecords;
  readonly pictures: PictureTools;
  readonly works: WorkTools;
  readonly passwords: PasswordHasher;
  readonly providers: IdentityProviders;
  readonly attempts: AttemptLimiter;
  readonly meaning: Meaning;
  readonly screening: Screening;
  readonly originals: SignedOriginalReader;
  readonly snapshots: SnapshotTools;
  readonly settings: RegistrySettings;
}

export interface RegistrySettings {
  /** Name of this registry on pages and in mails. */
  readonly name: string;
  /** Where people reach it, without a trailing slash: `http://localhost:4000`. */
  readonly publicUrl: string;
  /** How many unproven noes (url or content) one account may have in force. */
  readonly assertedNoQuota: number;
}
