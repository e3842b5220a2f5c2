import type { Logger } from 'pino';
import { forgetExpired } from './app/accounts/forget-expired.js';
import { recheckProofs } from './app/claims/proofs/recheck-proofs.js';
import { lapseDisputes } from './app/disputes/lapse-disputes.js';
import { openCarriedDisputes } from './app/disputes/open-carried-disputes.js';
import type { Registry } from './app/registry.js';
import { spreadCollections } from './app/works/collections/spread-collections.js';
import { meetWhatIsLeft } from './app/works/meet-what-is-left.js';
import { tellOfMatches } from './app/works/news/tell-of-matches.js';
import { tellMembers } from './app/organisations/tell-members.js';
import { watchOrganisations } from './app/organisations/watch-organisations.js';
import { deliverWebhooks } from './app/webhooks/deliver-webhooks.js';

/** An answer that has run out, a no that has lapsed, and a log that has grown are told so within a minute. */
const MINUTE_MS = 60_000;

/** Rounds from one tidying to the next. */
const TIDYING_ROUNDS = 60;

type Work = readonly [work: (registry: Registry) => Promise<unknown>, failure: string];

/** What a server does without being asked, each with what it means when it fails. Whatever is late is done the next time. */
const TIDYING: readonly Work[] = [
  [forgetExpired, 'what has expired could not be removed'],
  [({ store }) => store.scrub(), 'what was erased could not be removed from the files'],
];
/** Begun a minute after a start, which it must not hold up, and then each hour. */
const EVERY_HOUR: readonly Work[] = [[tellOfMatches, 'artists could not be told of new matches']];
const EVERY_MINUTE: readonly Work[] = [
  [meetWhatIsLeft, 'works could not be looked for in what was left uncompared'],
  [openCarriedDisputes, 'noes that were carried to somebody’s place could not be brought into dispute'],
  [lapseDisputes, 'noes without evidence could not lapse'],
  [recheckProofs, 'proofs could not be looked at again'],
  [watchOrganisations, 'what organisations may permit could not be brought in line'],
  [spreadCollections, 'answers of collections could not be spread'],
  [tellMembers, 'members could not be told'],
  [deliverWebhooks, 'webhooks could not be told'],
  [({ store }) => store.tend(), 'the tables could not be tended'],
];

/**
 * Does it now, and then again and again; what fails is logged. Several servers may do it beside each other. Returns when
 * the house is tidy: what is done every minute is not waited for.
 * @param everyMs from one beginning to the next; while a round still runs no other begins
 * @returns what stops it, once the round under way is through
 */
export async function workRegularly(
  registry: Registry,
  logger: Pick<Logger, 'error'>,
  everyMs: number = MINUTE_MS,
): Promise<() => Promise<void>> {
  const doAll = async (works: readonly Work[]): Promise<void> => {
    for (const [work, failure] of works) {
      await work(registry).catch((error: unknown) => {
        logger.error({ err: error }, failure);
      });
    }
  };
  let round: Promise<void> | undefined;
  const begin = (works: readonly Work[]): void => {
    round ??= doAll(works).finally(() => {
      round = undefined;
    });
  };
  await doAll(TIDYING);
  begin(EVERY_MINUTE);
  let rounds = 0;
  const timer = setInterval(() => {
    rounds += 1;
    const hourly = rounds % TIDYING_ROUNDS === 1 ? EVERY_HOUR : [];
    const tidying = rounds % TIDYING_ROUNDS === 0 ? TIDYING : [];
    begin([...EVERY_MINUTE, ...tidying, ...hourly]);
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await round;
  };
}
