import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditText } from '../../../src/app/audit/audit-text.js';
import { everyAuditEvent, readAuditTrail } from '../../../src/app/audit/read-audit-trail.js';
import { recordAction } from '../../../src/app/audit/record-action.js';
import { verifyAuditTrail } from '../../../src/app/audit/verify-audit-trail.js';
import type { AuditEvent } from '../../../src/app/ports/log.js';
import type { Registry } from '../../../src/app/registry.js';
import { runProgram } from '../../../src/cli/program.js';
import { auditEvent } from '../../support/store-records.js';
import { recordingIo } from '../../support/recording-io.js';
import { makeTestRegistry } from '../../support/test-registry.js';
import { openTestStore } from '../../support/test-store.js';

type Store = Awaited<ReturnType<typeof openTestStore>>;

let store: Store;
let registry: Registry;

beforeAll(async () => {
  store = await openTestStore();
  registry = makeTestRegistry(store);
  await store.audit.add(auditEvent({ action: 'before-the-log', createdAt: new Date('2020-01-01') }));
});

afterAll(() => store.close());

async function record(action: string, details: AuditEvent['details'] = {}): Promise<AuditEvent> {
  return registry.log.sequence((stores, at) =>
    recordAction(registry, stores, { action, target: `claim:${action}`, reason: 'abuse', details }, at),
  );
}

/** What somebody can do who has the database, and not the log's key. */
async function behindItsBack(sql: string, parameters: readonly unknown[]): Promise<void> {
  await store.dataSource.query('ALTER TABLE audit_events DISABLE TRIGGER audit_events_append_only');
  await store.dataSource.query(sql, [...parameters]);
  await store.dataSource.query('ALTER TABLE audit_events ENABLE TRIGGER audit_events_append_only');
}

async function run(...argv: string[]): Promise<{ exit: number; out: string }> {
  const io = recordingIo();
  const exit = await runProgram(argv, io, (_argv, work) => work(registry));
  return { exit, out: io.printed() };
}

describe('the audit trail', () => {
  it('is found to be as the log has it, and says from when on that can be told', async () => {
    await record('first', { list: ['a', 1, null], ü: 'é' });
    await record('second');
    expect(await verifyAuditTrail(registry)).toEqual({ sound: 2, unlogged: 1, unknown: [], missing: [] });
    expect(await run('audit', 'verify')).toEqual({
      exit: 0,
      out: '2 actions stand as the log has them.\n1 from before the log took actions: nothing can be said of them.\n',
    });
  });

  it.each([
    ['action', `'claim.approved'`],
    ['target', `'claim:another'`],
    ['reason', 'NULL'],
    ['details', `'{"upheld":"another"}'`],
    ['actor_id', `'00000000-0000-4000-8000-000000000000'`],
    ['created_at', `created_at + interval '1 millisecond'`],
  ])('shows that the %s of a row was changed in the database', async (column, value) => {
    const event = await record(`changed ${column}`);
    await behindItsBack(`UPDATE audit_events SET ${column} = ${value} WHERE id = $1`, [event.id]);
    const verdict = await verifyAuditTrail(registry);
    expect(verdict.unknown.map(({ id }) => id)).toEqual([event.id]);
    expect(verdict.missing).toEqual([{ index: (await store.log.size()) - 1n, loggedAt: event.createdAt }]);
    await behindItsBack(
      `UPDATE audit_events SET action = $2, target = $3, reason = 'abuse', details = '{}', actor_id = NULL, created_at = $4
       WHERE id = $1`,
      [event.id, event.action, event.target, event.createdAt],
    );
    expect(await verifyAuditTrail(registry)).toMatchObject({ unknown: [], missing: [] });
  });

  it('shows that a row was taken out, and that one was added', async () => {
    const gone = await record('gone');
    await behindItsBack('DELETE FROM audit_events WHERE id = $1', [gone.id]);
    const added = auditEvent({ action: 'added', createdAt: gone.createdAt });
    await store.audit.add(added);
    const { exit, out } = await run('audit', 'verify');
    expect(exit).toBe(3);
    expect(out).toContain(`CHANGED OR ADDED: ${added.id}, added on ${added.target}`);
    expect(out).toMatch(/CHANGED OR TAKEN OUT: an action of \S+, leaf \d+ of the log/);
    await behindItsBack('DELETE FROM audit_events WHERE id = $1', [added.id]);
  });

  it('is searched by who, what, to what, why and when', async () => {
    const sought = await record('sought');
    const first = { first: 10 };
    const found = async (filter: Parameters<typeof readAuditTrail>[1]) =>
      (await readAuditTrail(registry, filter, first)).rows.map(({ row }) => row.id);
    expect(await found({ action: 'sought', target: 'claim:sought', reason: 'abuse' })).toEqual([sought.id]);
    expect(await found({ action: 'sought', from: new Date(sought.createdAt.getTime() + 1) })).toEqual([]);
    expect(await found({ action: 'sought', until: sought.createdAt })).toEqual([]);
    expect(await found({ actorId: 'no id' })).toEqual([]);
  });

  it('is printed whole, as CSV that spreadsheets do not carry out and as lines of JSON', async () => {
    await record('=1+1', { note: 'a, "b"' });
    const [header, line] = (await run('audit', 'export', '--format', 'csv', '--action', '=1+1')).out.split(
      '\r\n',
    );
    expect(header).toBe('id,createdAt,actor,action,target,reason,details');
    expect(line).toMatch(/^[0-9a-f-]{36},\S+Z,,'=1\+1,claim:=1\+1,abuse,"\{""note"":""a, \\""b\\""""\}"$/);
    let texts = '';
    for await (const text of auditText('ndjson', everyAuditEvent(registry))) texts += text;
    const { rows } = await store.audit.page({ first: 1_000 });
    const lines = texts.trimEnd().split('\n');
    expect(lines.map((text) => (JSON.parse(text) as AuditEvent).id)).toEqual(rows.map(({ row }) => row.id));
  });
});
