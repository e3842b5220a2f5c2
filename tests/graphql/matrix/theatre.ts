import { bytesToHex } from '@noble/hashes/utils.js';
import { createArgon2Passwords } from '../../../src/identity/argon2-passwords.js';
import type { PictureTools } from '../../../src/app/ports/pictures.js';
import type { Mail } from '../../../src/app/ports/surroundings.js';
import type { Registry } from '../../../src/app/registry.js';
import { openRegistryWithSite } from '../../support/registry-with-site.js';
import type { RegistryWithSite } from '../../support/registry-with-site.js';
import { dataset, digestOf, entry, ingestion } from '../../support/store-records.js';
import { nodeSha256 } from '../../../src/log-key/node-sha256.js';
import { appendLeaves } from '../../../src/app/log/append-leaves.js';
import { buildKeyLeaf } from '../../../src/core/log/key-leaf.js';
import { openApiServer } from '../api-server.js';
import type { ApiServer } from '../api-server.js';
import { PASSWORD, sceneHosts, setScene } from './scene.js';
import type { Scene } from './scene.js';

const MOST_SCENES = 150;

export const DATASET = {
  slug: 'matrix',
  title: 'Matrix',
  description: 'A set',
  licence: 'CC0-1.0',
  publisher: 'A lab',
  sourceUrl: 'https://lab.example/matrix',
  release: '2026-11',
  isDemo: false,
  rowsPublished: 4n,
} as const;

export const INGESTION = {
  id: '00000000-0000-4000-8000-000000000001',
  fileName: 'part-0.parquet',
  rowsRead: 3n,
  rowsAdded: 1n,
  rowsKnown: 0n,
  rowsRejected: { empty: 2 },
} as const;

export const ENTRY = entry('pictures.example/1.jpg', 'a linen map', {
  author: 'a maker',
  width: 640,
  height: 480,
  similarity: 0.25,
  aesthetic: 6.5,
  punsafe: 0.125,
  pwatermark: 0.5,
  language: 'en',
  licence: 'CC-BY-4.0',
  sha256: digestOf('the file that the dataset saw'),
});

const HASH = Uint8Array.from({ length: 32 }, (_, at) => at);
const WHOLE = { algorithm: 'pdq', version: 1, hash: HASH, quality: 90 } as const;

/** What was seen of the picture of `ENTRY`; the address shows another file than the dataset saw. */
export const LOOK = {
  origin: 'address',
  picture: {
    sha256: digestOf('the file that was looked at'),
    md5: new Uint8Array(16),
    byteCount: 9,
    width: 320,
    height: 240,
    whole: WHOLE,
    regions: [],
  },
} as const;

/** Searching takes a part of a second, and is asked for a hundred times: whom it is answered is what is looked at here. */
const PICTURES: PictureTools = {
  own: () => Promise.resolve(new Uint8Array(9)),
  mayFetch: true,
  reader: {
    read: () =>
      Promise.resolve({
        rgb: new Uint8Array(3),
        width: 1,
        height: 1,
        from: { width: 320, height: 240 },
        sha256: bytesToHex(digestOf('the file that was searched by')),
        md5: '00'.repeat(16),
      }),
    redraw: (bytes) => Promise.resolve(bytes),
  },
  likeness: {
    fingerprint: () => Promise.resolve({ whole: WHOLE, regions: [] }),
    hashes: () => Promise.resolve({ whole: WHOLE, oriented: [HASH] }),
    search: () => Promise.resolve({ whole: WHOLE, oriented: [HASH], found: [] }),
  },
};

/** Nothing of it is lost: it had one leaf, and that is taken to be the next. */
export const CONTINUED = {
  origin: 'registry.example/log-0',
  size: 1,
  root: 'ab'.repeat(32),
  held: 1,
} as const;

/** Everything around the scenes: a server, a web site, a mailbox, one dataset. */
export interface Theatre {
  readonly registry: Registry;
  readonly house: RegistryWithSite;
  readonly server: ApiServer;
  readonly mails: readonly Mail[];
  nextScene(): Promise<Scene>;
  close(): Promise<void>;
}

export async function openTheatre(): Promise<Theatre> {
  const mails: Mail[] = [];
  const passwords = createArgon2Passwords();
  const house = await openRegistryWithSite(sceneHosts(MOST_SCENES), {
    passwords,
    pictures: PICTURES,
    providers: {
      list: [
        {
          id: 'studio',
          name: 'Studio',
          issuer: 'https://login.studio.example',
          vouchesForMail: false,
          profileHosts: [],
        },
      ],
      begin: () => Promise.reject(new Error('Nobody signs in with it here.')),
      finish: () => Promise.reject(new Error('Nobody signs in with it here.')),
    },
    mailer: { isEnabled: true, send: (mail) => Promise.resolve(void mails.push(mail)) },
  });
  const { registry } = house;
  await beginAfterAnother(registry);
  await registry.store.transact(async ({ datasets, entries, embeddings, fingerprints, ingestions }) => {
    const { id } = await datasets.ensure(dataset({ ...DATASET, createdAt: registry.clock() }));
    await entries.addBatch(id, [ENTRY]);
    const model = await embeddings.ensureModel({ name: 'ViT-B/32', revision: 'openai', dimensions: 1 });
    await embeddings.addBatch(id, model.id, [{ ...ENTRY, vector: Uint16Array.of(0x3c00) }]);
    await fingerprints.addBatch(id, [{ ...ENTRY, ...LOOK, lookedAt: registry.clock() }]);
    await ingestions.begin(ingestion(id, { ...INGESTION, startedAt: registry.clock() }));
  });
  const server = await openApiServer(registry);
  const passwordHash = await passwords.hash(PASSWORD);
  let scenes = 0;
  return {
    registry,
    house,
    server,
    mails,
    nextScene: () => setScene(registry, house.site, scenes++, passwordHash),
    async close() {
      await server.close();
      await house.close();
    },
  };
}

/** The log continues another, so that every field of that holds something. */
async function beginAfterAnother({ store, log: { origin, keys }, clock }: Registry): Promise<void> {
  const [vkey] = keys.held();
  if (vkey === undefined) throw new Error('The log has no key.');
  await store.transact(async (stores) => {
    const at = await stores.log.hold(clock());
    const time = at.toISOString();
    const first = buildKeyLeaf({
      action: 'add',
      role: 'log',
      origin,
      vkey,
      from: time,
      continues: CONTINUED,
      time,
    });
    await appendLeaves({ sha256: nodeSha256 }, stores, [first], at);
  });
}
