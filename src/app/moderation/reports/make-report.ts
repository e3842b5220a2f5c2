import { hasUserInfo } from '../../../core/url/has-user-info.js';
import { parseWebUrl } from '../../../core/url/parse-url.js';
import { readEmailAddress } from '../../accounts/email-address.js';
import { invalidEmail, invalidInput, type InvalidInput } from '../../accounts/refusals.js';
import { attemptsFrom, takeAttempt, type TooManyAttempts } from '../../accounts/take-attempt.js';
import type { Actor } from '../../actor.js';
import { readPlace } from '../../claims/read-place.js';
import type { PlaceKind } from '../../ports/claims.js';
import type { Report, ReportKind } from '../../ports/moderation.js';
import type { Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';

export interface MakeReportInput {
  readonly kind: ReportKind;
  readonly placeKind: PlaceKind;
  readonly address: string;
  readonly text: string;
  readonly link?: string | undefined;
  /** Where to tell what was decided. */
  readonly email?: string | undefined;
}

export type MakeReportResult =
  | { readonly ok: true; readonly report: Report }
  | InvalidInput
  | TooManyAttempts
  | Refusal<'INVALID_ADDRESS'>
  | Refusal<'INVALID_EMAIL'>;

const TEXT_LENGTH = { least: 20, most: 3_000 } as const;
const MAX_LINK_LENGTH = 2_048;

/**
 * Takes what anybody tells the moderators about a place, with or without an account. It changes no answer, and waits in their queue.
 */
export async function makeReport(
  registry: Registry,
  actor: Actor,
  input: MakeReportInput,
): Promise<MakeReportResult> {
  const text = input.text.trim();
  const problem = textProblem(text) ?? linkProblem(input.link);
  if (problem !== undefined) return problem;
  const email = input.email === undefined ? undefined : readEmailAddress(input.email);
  if (input.email !== undefined && email === undefined) return invalidEmail();
  const place = readPlace(input.placeKind, input.address, registry.sha256);
  if (!place.ok) return place;
  const tooMany = await takeAttempt(registry, 'report', [attemptsFrom(actor.address), ...accountOf(actor)]);
  if (tooMany !== undefined) return tooMany;
  const report: Report = {
    id: registry.random.uuid(),
    kind: input.kind,
    placeKind: place.kind,
    expression: place.expression,
    subjectDigest: place.digest,
    accountId: actor.kind === 'account' ? actor.account.id : undefined,
    text,
    link: input.link,
    email,
    madeAt: registry.clock(),
    decidedAt: undefined,
    decidedBy: undefined,
    outcome: undefined,
    reason: undefined,
  };
  await registry.store.reports.add(report);
  return { ok: true, report };
}

function accountOf(actor: Actor): string[] {
  return actor.kind === 'account' ? [`account:${actor.account.id}`] : [];
}

function textProblem({ length }: string): InvalidInput | undefined {
  if (length >= TEXT_LENGTH.least && length <= TEXT_LENGTH.most) return undefined;
  return invalidInput(
    'text',
    `${TEXT_LENGTH.least} to ${TEXT_LENGTH.most} characters are needed.`,
    'Say what is wrong, and how somebody who does not know you can see it.',
  );
}

function linkProblem(link: string | undefined): InvalidInput | undefined {
  if (link === undefined) return undefined;
  const isAddress = link.length <= MAX_LINK_LENGTH && parseWebUrl(link) !== undefined && !hasUserInfo(link);
  if (isAddress) return undefined;
  return invalidInput(
    'link',
    'The link is not a web address that a moderator can open.',
    'Give an address that begins with https:// or http://, without a password in it, or leave it out.',
  );
}
