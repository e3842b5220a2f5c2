import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOrganisation } from '../../src/app/organisations/create-organisation.js';
import { addOrganisationCommand } from '../../src/cli/commands/organisation.js';
import { explainFailure } from '../../src/cli/explain-failure.js';
import { EXIT } from '../../src/cli/io.js';
import { newProgram } from '../../src/cli/new-program.js';
import { runCommands } from '../../src/cli/run-commands.js';
import {
  answerFor,
  openOrganisationWorld,
  type OrganisationWorld,
  saidForAll,
} from '../app/organisations/organisations-scenario.js';
import { provenClaim } from '../support/prove-claim.js';
import { recordingIo } from '../support/recording-io.js';
import { signUp } from '../support/sign-up.js';

const STAFF = 'office@collective.example';
/** More than are handed over at a time. */
const MEMBERS = 1_100;

let world: OrganisationWorld;
let folder: string;
let organisation: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assent-members-'));
  world = await openOrganisationWorld(['collective.test']);
  const { registry, site } = world;
  const nobody = await signUp(registry);
  const account = { ...nobody.account, id: registry.random.uuid(), pseudonym: 'c0'.repeat(16), email: STAFF };
  await registry.store.accounts.add({ ...account, emailConfirmedAt: registry.clock() });
  const owner = { ...nobody, account };
  const { id: claimId } = await provenClaim(registry, site, owner, 'domain', 'collective.test');
  const made = await createOrganisation(registry, owner, {
    name: 'A collective',
    kind: 'collective',
    claimId,
  });
  if (!made.ok) throw new Error(made.message);
  organisation = made.organisation.id;
  await saidForAll(registry, owner, made.organisation, 'deny');
  const lines = Array.from(
    { length: MEMBERS },
    (_, at) => `M${at},Member ${at},m${at}@example.org,https://member-${at}.example/work.jpg`,
  );
  await writeFile(
    join(folder, 'members.csv'),
    ['reference,name,email,address', ...lines, 'M1,,,no address', ''].join('\n'),
  );
});

afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

async function add(...more: readonly string[]) {
  const io = recordingIo(folder);
  const exit = await runCommands({
    argv: ['organisation', 'members', 'add', ...more],
    io,
    withRegistry: (_argv, work) => work(world.registry),
    programOf: (setting) => newProgram('', [addOrganisationCommand], setting),
    explain: explainFailure,
  });
  return { exit, printed: io.printed() };
}

const results = async () =>
  (await readFile(join(folder, 'assent-members.csv'), 'utf8')).trimEnd().split('\r\n');

describe('assent organisation members add', () => {
  it('names members from a table, tells what became of each line, and goes on where it was cut', async () => {
    const argv = ['members.csv', '--organisation', organisation, '--account', STAFF];
    const first = await add(...argv);
    expect(first.printed).toContain('1,100 lines added, 0 known already, 1 refused.');
    expect(first.exit).toBe(EXIT.unreadableInput);
    const rows = await results();
    expect([rows[0], rows[1], rows.length]).toEqual([
      'line,reference,status,problem',
      '1,M0,added,',
      MEMBERS + 2,
    ]);
    expect(rows.at(-1)).toMatch(/^1101,M1,refused,/);
    expect(await answerFor(world.registry, 'https://member-1099.example/work.jpg')).toContain('DENIED');
    // As if it had been cut after 500 lines.
    await writeFile(
      join(folder, 'assent-members.csv'),
      rows
        .slice(0, 501)
        .map((row) => `${row}\r\n`)
        .join(''),
    );
    const again = await add(...argv);
    expect(again.printed).toContain('0 lines added, 1,100 known already, 1 refused.');
    expect(await results()).toHaveLength(MEMBERS + 2);
  });

  it.each([
    [['members.csv', '--organisation', 'x', '--account', 'nobody@example.org'], 'There is no account'],
    [['members.csv', '--organisation', 'x'], 'Name the account with --account, or a --registry.'],
    [['members.csv', '--organisation', 'x', '--registry', 'https://a.example'], 'give --key-file'],
    [
      ['members.csv', '--organisation', 'x', '--registry', 'https://a.example', '--key-file', 'no-key'],
      'no-key cannot be read, or holds no API key. Make a key',
    ],
    [['nothing.csv', '--organisation', 'x', '--account', STAFF], 'nothing.csv'],
    [
      ['members.csv', '--organisation', 'x', '--account', STAFF, '--until', 'soon'],
      '--until takes a day, as 2027-12-31.',
    ],
  ])('%j ends with what to do instead', async (argv, told) => {
    const { exit, printed } = await add(...argv);
    expect(exit).not.toBe(EXIT.done);
    expect(printed).toContain(told);
  });
});
