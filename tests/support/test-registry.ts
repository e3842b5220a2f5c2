import { randomBytes, randomUUID } from 'node:crypto';
import { nodeSha256 } from '../../src/log-key/node-sha256.js';
import type { PictureTools } from '../../src/app/ports/pictures.js';
import type { RegistryStore } from '../../src/app/ports/registry-store.js';
import { MailNotSent } from '../../src/app/ports/surroundings.js';
import type { Registry } from '../../src/app/registry.js';
import { nothingScreened } from '../../src/app/ports/screening.js';
import { workTools } from '../../src/work-tools.js';
import { meaningOff } from './meaning-off.js';
import { snapshotsInMemory } from './snapshot-tools.js';
import { testClock } from './test-clock.js';
import { testLog } from './test-log.js';

const NO_PICTURES: PictureTools = {
  own: () => Promise.resolve(undefined),
  mayFetch: true,
  reader: { read: noPicture, redraw: noPicture },
  likeness: {
    fingerprint: noPicture,
    hashes: noPicture,
    search: noPicture,
  },
};

/**
 * A registry over a real store, with a clock that stands still. Whatever a scenario needs beyond it (outgoing requests,
 * mail, passwords, limits) it passes in; using one that was not passed in fails the test.
 */
export function makeTestRegistry(store: RegistryStore, overrides: Partial<Registry> = {}): Registry {
  const clock = overrides.clock ?? testClock().now;
  const pictures = overrides.pictures ?? NO_PICTURES;
  return {
    store,
    log: testLog(store, clock),
    clock,
    random: { bytes: (length) => new Uint8Array(randomBytes(length)), uuid: () => randomUUID() },
    sha256: nodeSha256,
    mailer: {
      isEnabled: false,
      send: () => Promise.reject(new MailNotSent('This scenario has no mail server.')),
    },
    outgoing: {
      post: (url) => Promise.reject(new Error(`This scenario tells no web site, not even ${url}.`)),
      get: (url) => Promise.reject(new Error(`This scenario reaches no web site, not even ${url}.`)),
    },
    names: {
      text: (name) => Promise.reject(new Error(`This scenario asks no DNS server, not even about ${name}.`)),
    },
    pictures,
    works: workTools(pictures),
    passwords: {
      hash: () => Promise.reject(new Error('This scenario has no passwords.')),
      verify: () => Promise.reject(new Error('This scenario has no passwords.')),
    },
    providers: {
      list: [],
      begin: () => Promise.reject(new Error('This scenario has no providers.')),
      finish: () => Promise.reject(new Error('This scenario has no providers.')),
    },
    meaning: meaningOff,
    screening: nothingScreened,
    originals: { read: () => Promise.reject(new Error('This scenario reads no signed files.')) },
    snapshots: snapshotsInMemory(),
    attempts: { take: () => Promise.resolve(0) },
    settings: { name: 'Assent', publicUrl: 'http://localhost:4000', assertedNoQuota: 1_000 },
    ...overrides,
  };
}

function noPicture(): Promise<never> {
  return Promise.reject(new Error('This scenario reads no pictures.'));
}
