import { invalidInput, type InvalidInput } from '../../accounts/refusals.js';
import type { SignedInActor } from '../../actor.js';
import { MailNotSent } from '../../ports/surroundings.js';
import type { Report, ReportOutcome } from '../../ports/moderation.js';
import { refuse, type Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { reportDecidedMail } from '../../accounts/mails/report-decided-mail.js';
import { groundsProblem, groundsText, type DecisionGrounds } from '../decision-grounds.js';
import { heldByAnother } from '../queue/held-by-another.js';
import { recordDecision } from '../record-decision.js';

export interface DecideReportInput extends DecisionGrounds {
  readonly reportId: string;
  readonly outcome: ReportOutcome;
}

export type DecideReportResult =
  { readonly ok: true; readonly report: Report } | InvalidInput | Refusal<'NOT_FOUND'>;

/**
 * Says what became of a report. It does nothing else: a claim is rejected, and an answer set aside, by a decision of their own. Whoever
 * left an address is told once, and the address is deleted.
 */
export async function decideReport(
  registry: Registry,
  moderator: SignedInActor,
  input: DecideReportInput,
): Promise<DecideReportResult> {
  const problem = groundsProblem('report', input);
  if (problem !== undefined) return problem;
  const [report] = await registry.store.reports.byIds([input.reportId]);
  if (report === undefined) {
    return refuse('NOT_FOUND', 'There is no such report.', 'Choose one from the queue.');
  }
  if (report.accountId === moderator.account.id) {
    return invalidInput('reportId', 'This report is your own.', 'Leave it to another moderator.');
  }
  const result = await registry.log.sequence<DecideReportResult>(async (stores, at) => {
    const held = await heldByAnother(stores, moderator, 'reportId', [`report:${report.id}`], at);
    if (held !== undefined) return held;
    const { outcome } = input;
    const end = { decidedAt: at, decidedBy: moderator.account.id, outcome, reason: groundsText(input) };
    if (!(await stores.reports.decide(report.id, end))) {
      return invalidInput('reportId', 'This report was decided already.', 'Go on with the next one.');
    }
    const details = { outcome, kind: report.kind };
    const target = `report:${report.id}`;
    const decision = { action: 'report.decided', target, details, grounds: input, about: [] };
    await recordDecision(registry, stores, moderator, decision, at);
    return { ok: true, report: { ...report, ...end, email: undefined } };
  });
  if (result.ok) await tell(registry, report, input);
  return result;
}

/** A mail that cannot be sent changes nothing of what was decided. */
async function tell(
  { mailer, settings }: Registry,
  { email, expression }: Report,
  { outcome, note }: DecideReportInput,
) {
  if (email === undefined || !mailer.isEnabled) return;
  const message = reportDecidedMail({
    registry: settings.name,
    place: expression,
    outcome,
    note: note.trim(),
  });
  await mailer.send({ to: email, ...message }).catch((error: unknown) => {
    if (!(error instanceof MailNotSent)) throw error;
  });
}
