import fc from 'fast-check';
import type { SignedInActor } from '../../../src/app/actor.js';
import { withdrawStatement } from '../../../src/app/consent/withdraw-statement.js';
import { lapseDisputes } from '../../../src/app/disputes/lapse-disputes.js';
import { openClaim } from '../../../src/app/claims/open-claim.js';
import { verifyClaim } from '../../../src/app/claims/proofs/verify-claim.js';
import { putLine } from '../../support/prove-claim.js';
import { signUp } from '../../support/sign-up.js';
import { type AnswersWorld, type Said, say } from './answers-scenario.js';

const who = fc.nat(3);
const at = fc.constantFrom('domain' as const, 'path' as const, 'url' as const, 'url' as const);

/** Something that one of four people does at one site. */
type Act =
  | {
      readonly act: 'say';
      readonly who: number;
      readonly at: 'domain' | 'path' | 'url';
      readonly says: 'allow' | 'deny';
    }
  | { readonly act: 'prove'; readonly who: number; readonly at: 'domain' | 'path' }
  | { readonly act: 'withdraw'; readonly said: number }
  | { readonly act: 'wait' };

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constant('say' as const),
      who,
      at,
      says: fc.constantFrom('allow', 'deny'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant('prove' as const), who, at: fc.constantFrom('domain', 'path') }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('withdraw' as const), said: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.constant({ act: 'wait' as const }) },
);

/** What people who mostly have proven nothing do at one site. */
export const crowdedHistory: fc.Arbitrary<readonly Act[]> = fc.array(act, { minLength: 3, maxLength: 12 });

/** What was said, after all of it was done at a host of the world. */
export async function live(world: AnswersWorld, host: string, history: readonly Act[]): Promise<Said[]> {
  const { registry, clock } = world;
  const people = await Promise.all(Array.from({ length: 4 }, () => signUp(registry)));
  const addresses = { domain: host, path: `${host}/work/`, url: `${host}/work/1.png` };
  const said: { by: SignedInActor; one: Said }[] = [];
  const proven = new Set<string>();
  for (const step of history) {
    const by = 'who' in step ? people[step.who] : undefined;
    if (step.act === 'say' && by !== undefined) {
      said.push({ by, one: await say(registry, by, step.says, addresses[step.at], { kind: step.at }) });
    } else if (step.act === 'prove' && by !== undefined && !proven.has(`${step.who} ${step.at}`)) {
      proven.add(`${step.who} ${step.at}`);
      await prove(world, by, step.at, addresses[step.at]);
    } else if (step.act === 'withdraw') {
      const { by: whose, one } = said[step.said % Math.max(said.length, 1)] ?? {};
      if (whose !== undefined && one !== undefined)
        await withdrawStatement(registry, whose, { statementId: one.id });
    } else if (step.act === 'wait') {
      clock.advance({ days: 15 });
      await lapseDisputes(registry);
    }
  }
  return said.map(({ one }) => one);
}

/** Whatever was claimed before; who comes too late for what was decided is refused. */
async function prove(
  { registry, site }: AnswersWorld,
  by: SignedInActor,
  kind: 'domain' | 'path',
  address: string,
): Promise<void> {
  const opened = await openClaim(registry, by, { kind, address, capacity: 'author' });
  if (!('claim' in opened)) throw new Error(opened.message);
  await putLine(registry, site, opened.claim);
  await verifyClaim(registry, by, { claimId: opened.claim.id });
}
