import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Registry } from './app/registry.js';
import type { Config } from './config.js';
import { createGuardedFetch } from './fetch/guarded-fetch.js';
import { createArgon2Passwords } from './identity/argon2-passwords.js';
import { createMemoryAttemptLimiter } from './identity/memory-attempt-limiter.js';
import { createDisabledMailer, createSmtpMailer } from './identity/smtp-mailer.js';
import { openStore } from './store/open-store.js';

export interface ComposedRegistry {
  readonly registry: Registry;
  close(): Promise<void>;
}

/** Opens the store, brings it up to date, and wires everything a use case may reach. The caller holds the data folder's lock. */
export async function composeRegistry(
  config: Config,
  publicUrl = config.publicUrl ?? `http://localhost:${config.port}`,
): Promise<ComposedRegistry> {
  const { database } = config;
  const store = await openStore(
    database.kind === 'pglite' ? { dataDir: database.dataDir } : { databaseUrl: database.url.reveal() },
  );
  const outgoing = createGuardedFetch({
    userAgent: `AssentRegistry/1 (+${publicUrl})`,
    ...(config.hostMap ? { hostMap: config.hostMap } : {}),
  });
  const close = async () => {
    await outgoing.close();
    await store.close();
  };
  try {
    await store.migrate();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    close,
    registry: {
      store,
      outgoing,
      clock: () => new Date(),
      random: { bytes: (length) => new Uint8Array(randomBytes(length)), uuid: () => randomUUID() },
      sha256: (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest()),
      mailer: config.mail
        ? createSmtpMailer({ url: config.mail.smtpUrl.reveal(), from: config.mail.from })
        : createDisabledMailer(),
      passwords: createArgon2Passwords(),
      attempts: createMemoryAttemptLimiter(),
      settings: { name: config.name, publicUrl, assertedNoQuota: config.assertedNoQuota },
    },
  };
}
