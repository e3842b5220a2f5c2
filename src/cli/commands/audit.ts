import { type Command, InvalidArgumentError, Option } from 'commander';
import { auditText, type AuditFormat } from '../../app/audit/audit-text.js';
import { everyAuditEvent } from '../../app/audit/read-audit-trail.js';
import { verifyAuditTrail, type AuditVerdict } from '../../app/audit/verify-audit-trail.js';
import type { CommandSetting } from '../command-setting.js';
import { counted } from '../counted.js';
import { EXIT } from '../io.js';

interface ExportOptions {
  readonly format: AuditFormat;
  readonly actor?: string;
  readonly action?: string;
  readonly target?: string;
  readonly reason?: string;
  readonly from?: Date;
  readonly until?: Date;
}

export function addAudit(program: Command, setting: CommandSetting): void {
  const audit = program.command('audit').description('What operators and moderators did in this registry');
  addVerify(audit, setting);
  addExport(audit, setting);
}

function addVerify(audit: Command, { io, withRegistry, ended }: CommandSetting): void {
  audit
    .command('verify')
    .summary('compare the audit trail with the log')
    .description(
      'Compares every line of the audit trail with the log, which has the digest of each. Names what was changed, added or taken out, ' +
        'and exits with 3 then. Whether the log itself is what it was: assent log verify.',
    )
    .action(async () => {
      const exit = await withRegistry(async (registry) => {
        const verdict = await verifyAuditTrail(registry);
        io.out(describe(verdict));
        return isSound(verdict) ? EXIT.done : EXIT.noEvidence;
      });
      ended(exit);
    });
}

function isSound({ unknown, missing }: AuditVerdict): boolean {
  return unknown.length === 0 && missing.length === 0;
}

function describe({ sound, unlogged, unknown, missing }: AuditVerdict): string {
  return [
    `${counted(sound, 'action stands', 'actions stand')} as the log has ${sound === 1 ? 'it' : 'them'}.`,
    ...(unlogged === 0 ? [] : [`${unlogged} from before the log took actions: nothing can be said of them.`]),
    ...unknown.map(
      ({ id, action, target, createdAt }) =>
        `CHANGED OR ADDED: ${id}, ${action} on ${target}, ${createdAt.toISOString()}`,
    ),
    ...missing.map(
      ({ index, loggedAt }) =>
        `CHANGED OR TAKEN OUT: an action of ${loggedAt.toISOString()}, leaf ${index} of the log`,
    ),
    ...(missing.length > 0
      ? ['After a database was lost, what was done since its backup is among these.']
      : []),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function addExport(audit: Command, { io, withRegistry, ended }: CommandSetting): void {
  audit
    .command('export')
    .summary('print the audit trail')
    .description('Prints the audit trail, the newest first, as CSV or as one JSON object a line.')
    .addOption(
      new Option('--format <format>', 'how it is written').choices(['csv', 'ndjson']).default('ndjson'),
    )
    .option('--actor <id>', 'only what this account did')
    .option('--action <action>', 'only this, such as claim.rejected')
    .option('--target <target>', 'only what was done to this, such as claim:ID')
    .option('--reason <code>', 'only what was done for this reason')
    .option('--from <time>', 'not before', readTime)
    .option('--until <time>', 'before', readTime)
    .action(async ({ format, actor, ...filter }: ExportOptions) => {
      const exit = await withRegistry(async (registry) => {
        const events = everyAuditEvent(registry, { ...filter, actorId: actor });
        for await (const text of auditText(format, events)) io.out(text);
        return EXIT.done;
      });
      ended(exit);
    });
}

function readTime(text: string): Date {
  const time = new Date(text);
  if (Number.isNaN(time.getTime()))
    throw new InvalidArgumentError('Give a time such as 2026-12-01T09:00:00Z.');
  return time;
}
