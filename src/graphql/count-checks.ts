import type { Actor } from '../app/actor.js';
import type { ChecksQuota } from '../identity/checks-quota.js';
import { programOfActor } from '../identity/program.js';
import { tooManyRequests } from './problems.js';

/** Counts addresses that are asked about. Throws the error that ends the request where they are more than the quota has left. */
export async function countChecks(checks: ChecksQuota, actor: Actor, addresses: number): Promise<void> {
  const program = programOfActor(actor);
  const wait = await checks.take(program, Math.min(addresses, checks.atOnce(program)));
  if (wait === 0) return;
  const seconds = Math.ceil(wait / 1_000);
  throw tooManyRequests(
    `Too many addresses were asked about in this minute. Try again in ${seconds} seconds.`,
    'A key from your account page raises the quota. A whole file is checked without one by the command line.',
    seconds,
  );
}
