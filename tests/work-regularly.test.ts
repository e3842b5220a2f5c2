import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { Registry } from '../src/app/registry.js';
import { workRegularly } from '../src/work-regularly.js';
import { type AnswersWorld, openAnswersWorld, say, theDisputeOf } from './app/disputes/answers-scenario.js';
import { eventually } from './support/eventually.js';
import { provenClaim } from './support/prove-claim.js';
import { signUp } from './support/sign-up.js';

let world: AnswersWorld;
const told: string[] = [];
const logger = pino({ level: 'error' }, { write: (line: string) => told.push(line) });

beforeAll(async () => {
  world = await openAnswersWorld();
});

afterAll(() => world.close());

/** The id of a dispute in which nothing will be shown. */
async function opened(): Promise<string> {
  const { registry, site } = world;
  const host = world.newHost();
  const [anna, bert] = [await signUp(registry), await signUp(registry)];
  await provenClaim(registry, site, anna, 'domain', host);
  await say(registry, anna, 'allow', host, { kind: 'domain' });
  await say(registry, bert, 'deny', `https://${host}/1.png`);
  return (await theDisputeOf(registry, bert)).id;
}

async function hasLapsed(id: string): Promise<boolean> {
  return (await world.registry.store.disputes.byId(id))?.closingReason === 'no-evidence-in-time';
}

describe('a server at its regular work', () => {
  it('lets noes lapse that were due before it started, and those that become due while it runs', async () => {
    const before = await opened();
    world.clock.advance({ days: 14 });
    const stop = await workRegularly(world.registry, logger, 20);
    try {
      await eventually(() => hasLapsed(before));
      const later = await opened();
      world.clock.advance({ days: 14 });
      await eventually(() => hasLapsed(later));
    } finally {
      await stop();
    }
    expect(told).toEqual([]);
  });

  it('stops when it is told to, and goes on when a part of it fails', async () => {
    const scrub = () => Promise.reject(new Error('The disk is full.'));
    const failing: Registry = { ...world.registry, store: { ...world.registry.store, scrub } };
    const due = await opened();
    world.clock.advance({ days: 14 });
    const stop = await workRegularly(failing, logger, 20);
    await eventually(() => hasLapsed(due));
    await stop();
    const after = told.length;
    expect(told[0]).toContain('The disk is full.');
    const never = await opened();
    world.clock.advance({ days: 14 });
    expect(await hasLapsed(never)).toBe(false);
    expect(told).toHaveLength(after);
  });
});
