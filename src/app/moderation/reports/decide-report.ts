import { invalidInput, type InvalidInput } from '../../accounts/refusals.js';
import type { SignedInActor } from '../../actor.js';
import { recordAction } from '../../audit/record-action.js';
import { MailNotSent } from '../../ports/surroundings.js';
import type { Report, ReportOutcome } from '../../ports/moderation.js';
import { refuse, type Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { reportDecidedMail } from '../../accounts/mails/report-decided-mail.js';
import { groundsProblem, groundsText, type DecisionGrounds } from '../decision-grounds.js';
import { finishHiding } from '../hiding/finish-hiding.js';
import { type HiddenNow, hideInTransition } from '../hiding/hide-in-transition.js';
import { heldByAnother } from '../queue/held-by-another.js';
import { recordDecision } from '../record-decision.js';

export interface DecideReportInput extends DecisionGrounds {
  readonly reportId: string;
  readonly outcome: ReportOutcome;
}

export type DecideReportResult =
  { readonly ok: true; readonly report: Report } | InvalidInput | Refusal<'NOT_FOUND'>;

/**
 * Says what became of a report. What is upheld as illegal is hidden with it, and of the report nothing stays but that it was. It does
 * nothing else: a claim is rejected, and an answer set aside, by a decision of their own. Whoever left an address is told once, and the
 * address is deleted.
 */
export async function decideReport(
  registry: Registry,
  moderator: SignedInActor,
  input: DecideReportInput,
): Promise<DecideReportResult> {
  const isIllegal = input.reasonCode === 'illegal';
  const problem = groundsProblem('report', input);
  if (problem !== undefined) return problem;
  const [report] = await registry.store.reports.byIds([input.reportId]);
  if (report === undefined) {
    return refuse('NOT_FOUND', 'There is no such report.', 'Choose one from the queue.');
  }
  if (report.accountId === moderator.account.id) {
    return invalidInput('reportId', 'This report is your own.', 'Leave it to another moderator.');
  }
  const unfit = isIllegal ? hidingProblem(report, input) : undefined;
  if (unfit !== undefined) return unfit;
  let hidden: HiddenNow | undefined;
  const result = await registry.log.sequence<DecideReportResult>(async (stores, at) => {
    hidden = undefined;
    const held = await heldByAnother(stores, moderator, 'reportId', [`report:${report.id}`], at);
    if (held !== undefined) return held;
    const { outcome } = input;
    // A note would say what it was.
    const reason = isIllegal ? input.reasonCode : groundsText(input);
    const end = { decidedAt: at, decidedBy: moderator.account.id, outcome, reason };
    if (!(await stores.reports.decide(report.id, end))) {
      return invalidInput('reportId', 'This report was decided already.', 'Go on with the next one.');
    }
    const details = { outcome, kind: report.kind };
    const target = `report:${report.id}`;
    if (!isIllegal) {
      const decision = { action: 'report.decided', target, details, grounds: input, about: [] };
      await recordDecision(registry, stores, moderator, decision, at);
      return { ok: true, report: { ...report, ...end, email: undefined } };
    }
    const action = { actorId: moderator.account.id, action: 'report.decided', target, reason, details };
    await recordAction(registry, stores, action, at);
    hidden = await hideInTransition(registry, stores, moderator, { address: report.expression }, at);
    const [left] = await stores.reports.byIds([report.id]);
    return { ok: true, report: left ?? { ...report, ...end } };
  });
  if (hidden !== undefined) await finishHiding(registry, hidden);
  if (result.ok) await tell(registry, report, input);
  return result;
}

/** A folder or a site holds more than anybody has looked at. */
function hidingProblem(
  { placeKind, expression }: Report,
  { outcome }: DecideReportInput,
): InvalidInput | undefined {
  if (outcome !== 'upheld') {
    return invalidInput(
      'reasonCode',
      'What is dismissed is not illegal.',
      'Choose another reason, or uphold it.',
    );
  }
  return placeKind === 'url' && expression !== ''
    ? undefined
    : invalidInput(
        'reasonCode',
        'Only what lies at one address is hidden, and this report is about more.',
        'Hide each address by itself, and decide the report for another reason.',
      );
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
