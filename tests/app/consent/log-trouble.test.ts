import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedInActor } from '../../../src/app/actor.js';
import { checkConsent } from '../../../src/app/consent/check-consent.js';
import { checkTable } from '../../../src/app/check/check-table.js';
import { createConsentChecker } from '../../../src/app/consent/consent-checker.js';
import { consentForEntries } from '../../../src/app/consent/consent-for-entries.js';
import { declareConsent } from '../../../src/app/consent/declare-consent.js';
import { listStatements } from '../../../src/app/consent/list-statements.js';
import { registryAnswers } from '../../../src/app/consent/registry-answers.js';
import { viewStatement } from '../../../src/app/consent/view-statements.js';
import { withdrawStatement } from '../../../src/app/consent/withdraw-statement.js';
import { LogReadOnly, logReadOnly, type LogTrouble } from '../../../src/app/log/log-status.js';
import type { TableSource } from '../../../src/app/ports/tables.js';
import type { Registry } from '../../../src/app/registry.js';
import type { OpenStore } from '../../../src/store/open-store.js';
import { signUp } from '../../support/sign-up.js';
import { makeTestRegistry } from '../../support/test-registry.js';
import { openTestStore } from '../../support/test-store.js';
import { openTroubledLog } from '../../support/troubled-log.js';

const ADDRESS = 'https://maker.example/1.jpg';

let store: OpenStore;
let well: Registry;
let artist: SignedInActor;
let statementId: Uint8Array;

beforeAll(async () => {
  store = await openTestStore();
  well = makeTestRegistry(store);
  artist = await signUp(well);
  const declared = await sayNo(well);
  const [view] = declared.ok ? declared.statements : [];
  if (view === undefined) throw new Error('Nothing was declared.');
  statementId = view.statement.id;
});

afterAll(() => store.close());

function sayNo(registry: Registry, address = ADDRESS) {
  return declareConsent(registry, artist, {
    kind: 'url',
    address,
    capacity: 'author',
    basis: 'own-right',
    ownWorks: false,
    answers: [{ use: 'train-ai', preference: 'deny' }],
  });
}

/** Batches of one column of addresses. */
function table(...batches: readonly (readonly string[])[]): TableSource {
  return {
    fileName: 'table.csv',
    columns: ['url'],
    rowCount: batches.flat().length,
    async *batches() {
      for (const batch of batches) yield await Promise.resolve(batch.map((url) => [url]));
    },
  };
}

const ANSWERING: readonly [what: string, ask: (registry: Registry) => Promise<unknown>][] = [
  ['a check', (registry) => checkConsent(registry, { items: [{ url: ADDRESS }], uses: ['train-ai'] })],
  ['a check of nothing', (registry) => checkConsent(registry, { items: [], uses: ['train-ai'] })],
  [
    'the answers beside entries',
    (registry) => consentForEntries(registry, ['maker.example/1.jpg'], ['train-ai']),
  ],
  [
    'a check of a table',
    async (registry) => {
      const answers = await registryAnswers(registry, { uses: ['train-ai'] });
      return checkTable({ answers, source: table([ADDRESS]), columns: { address: 'url' }, keep: 'allowed' });
    },
  ],
  ['a statement, which may have ended', (registry) => viewStatement(registry, statementId)],
  ['the statements of an account', (registry) => listStatements(registry, artist.account.id, { first: 10 })],
];

const WRITING: readonly [what: string, write: (registry: Registry) => Promise<unknown>][] = [
  ['a declaration', (registry) => sayNo(registry, 'https://maker.example/2.jpg')],
  ['a withdrawal', (registry) => withdrawStatement(registry, artist, { statementId })],
];

describe.each<LogTrouble>(['behind', 'forked'])('while the log is %s', (trouble) => {
  it.each([...ANSWERING, ...WRITING])('%s is refused', async (_what, ask) => {
    const registry = { ...well, log: await openTroubledLog(store, well.clock, trouble) };
    const size = await store.log.size();
    await expect(ask(registry)).rejects.toMatchObject({ name: 'LogReadOnly', trouble });
    expect(await store.log.size()).toBe(size);
  });
});

describe.each<LogTrouble>(['stopped', 'other-key'])('while the log is %s', (trouble) => {
  it.each(ANSWERING)('%s is answered as before: no leaf is missing', async (_what, ask) => {
    const registry = { ...well, log: await openTroubledLog(store, well.clock, trouble) };
    expect(await ask(registry)).toEqual(await ask(well));
  });

  it.each(WRITING)('%s is refused', async (_what, write) => {
    const registry = { ...well, log: await openTroubledLog(store, well.clock, trouble) };
    const size = await store.log.size();
    await expect(write(registry)).rejects.toMatchObject({ name: 'LogReadOnly', trouble });
    expect(await store.log.size()).toBe(size);
  });
});

describe('trouble that shows between two batches', () => {
  it('ends the check: rows that were answered before are not handed out', async () => {
    let isWhole = true;
    const log: Registry['log'] = {
      ...well.log,
      assertWhole() {
        if (!isWhole) throw logReadOnly('forked');
      },
    };
    const checker = await createConsentChecker({ ...well, log }, { uses: ['train-ai'] });
    expect(await checker.check([ADDRESS])).toMatchObject([{ decisions: [{ answer: 'DENIED' }] }]);
    isWhole = false;
    await expect(checker.check([ADDRESS])).rejects.toThrow(LogReadOnly);
  });
});
