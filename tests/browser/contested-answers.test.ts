import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { describeInBrowser } from '../support/browser.js';
import { Stage } from '../support/browser-stage.js';
import { obstacles } from '../support/browser-obstacles.js';
import { DESKTOP, PHONE, type Visitor } from '../support/browser-visitor.js';
import { NO_MISHAPS } from '../support/browser-watch.js';
import { GraphqlClient } from '../support/graphql-client.js';
import { runCommand } from '../support/server-process.js';
import { openTestSite, type TestSite } from '../support/test-site.js';

/** Of the demo catalogue, which draws its pictures itself. */
const HOST = 'watercolourist.demo.test';
const DRAWN = `https://${HOST}/landscapes/misty-hills-blue-1.png`;
const PASSWORD = 'four unrelated plain words';
const LATER = join(process.cwd(), 'tests', 'support', 'fifteen-days-later.mjs');

const SAY = `mutation Say($input: DeclareConsentInput!) {
  declareConsent(input: $input) {
    ... on DeclareConsentPayload { nextStep statements { id claimant } }
    ... on UserError { code }
  }
}`;

/** Somebody who has shown that a site is theirs and said yes, and somebody who says no to two pictures of it. */
describeInBrowser('an answer that somebody else contradicts', () => {
  let site: TestSite;
  let stage: Stage;
  let moderator: Visitor;
  const told = { yes: '', first: '', second: '', claimant: '' };

  beforeAll(async () => {
    site = await openTestSite();
    stage = await Stage.open({ ASSENT_HOST_MAP: `${HOST}=127.0.0.1:${site.port}` }, { demo: true });
    const [anna, bert] = [new GraphqlClient(stage.server.url), new GraphqlClient(stage.server.url)];
    await anna.register('anna@example.org', PASSWORD);
    await bert.register('bert@example.org', PASSWORD);
    await proveSite(anna);
    told.yes = (await say(anna, { kind: 'DOMAIN', address: HOST }, 'ALLOW')).id;
    const no = await say(bert, { kind: 'URL', address: `https://${HOST}/1.png` }, 'DENY');
    told.first = no.id;
    told.claimant = no.claimant;
    expect(no.nextStep).toMatch(
      /says yes to it, as it is or on terms\. Your no holds until \d{4}-\d\d-\d\d; show that it is yours/,
    );
    told.second = (await say(bert, { kind: 'URL', address: `https://${HOST}/2.png` }, 'DENY')).id;
    const carl = new GraphqlClient(stage.server.url);
    await carl.register('carl@example.org', PASSWORD);
    await say(carl, { kind: 'URL', address: DRAWN }, 'DENY');
    await handIn(carl, 'It hung in my kitchen for years.');
    const dora = new GraphqlClient(stage.server.url);
    await dora.register('dora@example.org', PASSWORD);
    await say(dora, { kind: 'URL', address: 'https://etchings.example/1.png' }, 'DENY');
    await handIn(dora, 'The plate of it, with my name.');
  });

  afterAll(async () => {
    await stage.close();
    await site.close();
  });

  async function proveSite(who: GraphqlClient): Promise<void> {
    const { openClaim } = await who.ask<{
      openClaim: { claim: { id: string; challenge: { fileContent: string } } };
    }>(
      `mutation Claim($input: OpenClaimInput!) {
         openClaim(input: $input) { ... on ClaimPayload { claim { id challenge { fileContent } } } }
       }`,
      { input: { kind: 'DOMAIN', address: HOST, capacity: 'AUTHOR' } },
    );
    site.files.set('/.well-known/assent-challenge.txt', openClaim.claim.challenge.fileContent);
    const { verifyClaim } = await who.ask<{ verifyClaim: object }>(
      `mutation Verify($input: VerifyClaimInput!) { verifyClaim(input: $input) { __typename } }`,
      { input: { claimId: openClaim.claim.id } },
    );
    expect(verifyClaim).toEqual({ __typename: 'ClaimPayload' });
  }

  async function handIn(who: GraphqlClient, text: string): Promise<void> {
    const { viewer } = await who.ask<{ viewer: { claims: { edges: { node: { id: string } }[] } } }>(
      `{ viewer { claims(first: 1) { edges { node { id } } } } }`,
      {},
    );
    await who.ask(`mutation Add($input: AddEvidenceInput!) { addEvidence(input: $input) { __typename } }`, {
      input: { claimId: viewer.claims.edges[0]?.node.id, text },
    });
  }

  async function say(
    who: GraphqlClient,
    place: object,
    preference: string,
  ): Promise<{ id: string; claimant: string; nextStep: string }> {
    const { declareConsent } = await who.ask<{
      declareConsent: { nextStep: string; statements: { id: string; claimant: string }[] };
    }>(SAY, {
      input: { ...place, capacity: 'AUTHOR', ownWorks: true, answers: [{ use: 'TRAIN_AI', preference }] },
    });
    const [{ id, claimant } = { id: '', claimant: '' }] = declareConsent.statements;
    return { id, claimant, nextStep: declareConsent.nextStep };
  }

  async function signedIn(email: string, device = PHONE as object): Promise<Visitor> {
    const visitor = await stage.visitor(device);
    await visitor.open('/sign-in?next=/desk');
    await visitor.fill('E-mail address', email);
    await visitor.fill('Password', PASSWORD);
    await visitor.press('button', 'Sign in');
    await visitor.see('My desk');
    return visitor;
  }

  it('tells whoever said no until when it holds, and leads them to where they can show that it is theirs', async () => {
    const bert = await signedIn('bert@example.org');
    await bert.read(/Your answer holds until \d+ \w+ \d{4}; show that it is yours, and it stays\./);
    expect(await bert.overhang()).toBe(0);
    await bert.press('button', `Show that it is mine: ${HOST}/1.png`);
    await bert.see(`${HOST}/1.png`);
    await bert.fill('What shows that it is yours?', 'The sketches for it, with dates.');
    await bert.press('button', 'Send to a moderator');
    await bert.read('Sent. A moderator will look at it.');
    await bert.open(`/statements/${told.first}`);
    await bert.read('What you sent waits for a person to look at it, and until then your answer holds.');
    await bert.open(`/statements/${told.second}`);
    await bert.read('show that it is yours, and it stays.');
    await bert.press('button', `Show that it is mine: ${HOST}/2.png`);
    await bert.see(`${HOST}/2.png`);
    expect(bert.mishaps).toEqual(NO_MISHAPS);
    await bert.leave();
  });

  it('tells whoever said yes whose no holds and until when, and everybody else that it is contested', async () => {
    const anna = await signedIn('anna@example.org', DESKTOP);
    await anna.read('Somebody says no here.');
    await anna.read(/For now their no holds; if they show nothing by .+, it lapses and your yes counts\./);
    await anna.press('link', /^See the other answer/);
    await anna.read('Contested.');
    await anna.read(/If nothing is shown for this no by .+, it lapses\./);
    expect(await anna.text()).not.toContain('waits for a person');
    await anna.open('/desk');
    await anna.press('link', /^Look at the dispute.*2\.png/);
    await anna.read('Your name, your mail address and what you sent with your claim stay private');
    await anna.page.locator('textarea').fill('The layers of the file, with dates.');
    await anna.page
      .locator('input[type=file]')
      .setInputFiles({ name: 'layers.psd', mimeType: 'image/x', buffer: Buffer.from('layers') });
    await anna.press('button', 'Send it to both');
    await anna.read('The other side and the moderators can read it now.');
    await anna.read('layers.psd, 6 bytes');
    expect(await anna.overhang()).toBe(0);
    expect(anna.mishaps).toEqual(NO_MISHAPS);
    await anna.leave();
    const bert = await signedIn('bert@example.org', PHONE);
    await bert.open('/desk');
    await bert.press('link', /^Look at the dispute.*2\.png/);
    await bert.read('The layers of the file, with dates.');
    expect(await bert.overhang()).toBe(0);
    await bert.leave();
    const passer = await stage.visitor();
    await passer.open(`/statements/${told.yes}`);
    await passer.read('Contested.');
    await passer.read('Somebody says no here, and for now their no holds.');
    expect(await passer.overhang()).toBe(0);
    await passer.leave();
  });

  it('lapses when fifteen days have gone by, also while nobody was at work; evidence keeps it alive', async () => {
    await stage.restart({ preload: LATER, demo: true });
    const passer = await stage.visitor();
    for (let tries = 0; ; tries += 1) {
      await passer.open(`/statements/${told.second}`);
      const text = await passer.text();
      if (text.includes('Lapsed.') || tries > 50) break;
    }
    await passer.read(/On .+ it was set aside: within 14 days nothing had been shown for it\./);
    await passer.open(`/ask?url=${HOST}/2.png`);
    await passer.read('Yes to AI training');
    await passer.open(`/ask?url=${HOST}/1.png`);
    await passer.read('No to AI training');
    expect(passer.mishaps).toEqual(NO_MISHAPS);
    await passer.leave();
  });

  it('is decided by a moderator, who sees both sides with what each shows', async () => {
    moderator = await asModerator('moderator@assent.example');
    await moderator.read('One case: all against one yes.');
    await moderator.read('Evidence was handed in: the no holds until you decide.');
    await moderator.read('Says no, on their word');
    await moderator.read('The sketches for it, with dates.');
    await moderator.read('Says yes, and may');
    await moderator.read(/Nothing was shown within 14 days\./);
    const carls = moderator.named('checkbox', /misty-hills-blue-1/);
    await moderator.page.getByText('Decision on the 2 that are ticked').scrollIntoViewIfNeeded();
    await moderator.read('It informs you, and decides nothing.');
    for (const device of [PHONE, DESKTOP]) {
      await moderator.page.setViewportSize(device.viewport);
      expect([await moderator.overhang(), await obstacles(moderator)]).toEqual([0, []]);
    }
    expect(await moderator.page.locator('.picture--covered').count()).toBe(1);
    await moderator.page.keyboard.press('p');
    await moderator.read('Look closer');
    expect(await moderator.page.locator('.picture--covered').count()).toBe(0);
    await moderator.press('button', /^Look closer/);
    await moderator.page.getByLabel('Size').press('ArrowRight');
    await moderator.read('125%');
    await moderator.page.keyboard.press('Escape');
    await carls.uncheck();
    const cases = moderator.page.locator('[data-case]');
    const approve = cases.last().getByRole('radio', { name: 'Approve' });
    const place = await approve.evaluate(placeInCase);
    await moderator.pressOn(cases.last().getByRole('button', { name: 'Take it' }));
    await approve.check();
    await cases.last().getByRole('button', { name: 'Give it back' }).waitFor();
    expect([await approve.isChecked(), await approve.evaluate(placeInCase)]).toEqual([true, place]);
    await moderator.press('radio', /^The no stands/);
    await moderator.page
      .getByLabel('Note', { exact: true })
      .first()
      .fill('The sketches are older than the site.');
    await moderator.press('button', 'Close those that are ticked');
    await moderator.read('Disputes closed: 1.');
    const focused = await moderator.page.evaluate<string>('document.activeElement.dataset.case');
    expect([focused, await approve.isChecked()]).toEqual([
      await cases.last().getAttribute('data-case'),
      true,
    ]);
    await moderator.open(`/statements/${told.first}`);
    await moderator.read('This answer stands.');
    await moderator.read('checked by a person');
  });

  it('is set aside with all that its account says once a second moderator confirms, and that is told by the trail', async () => {
    await moderator.page.setViewportSize(PHONE.viewport);
    await moderator.open(`/moderation/suspensions?claimant=${told.claimant}`);
    expect([await moderator.overhang(), await obstacles(moderator)]).toEqual([0, []]);
    await moderator.page.getByLabel('Note', { exact: true }).first().fill('Ten accounts with one sketch.');
    await moderator.press('button', 'Shut it out and propose');
    await moderator.read('It is shut out. What it said stands until another moderator confirms.');
    const second = await asModerator('second@assent.example');
    await second.read('The account is shut out already; what it said still stands.');
    await second.press('button', 'Confirm it');
    await second.read('Confirmed, and done.');
    await moderator.open('/moderation/audit?action=claim.rejected');
    await moderator.read('Nothing fits.');
    await moderator.fill('What was done', 'set-aside');
    await moderator.choose('Reason', 'False on purpose');
    await moderator.fill('From', '2026-01-01');
    await moderator.press('button', 'Search');
    await moderator.press('link', 'Let it speak again');
    await moderator.see('Accounts that may not speak');
    await moderator.page
      .getByLabel('Note', { exact: true })
      .last()
      .fill('The sketches are theirs after all.');
    await moderator.press('button', 'Propose to let it speak');
    await moderator.read('Proposed: another moderator has to confirm it.');
    await moderator.open('/moderation/audit?action=decision.proposed');
    await moderator.read(/^suspension:/);
    expect([await moderator.overhang(), await obstacles(moderator)]).toEqual([0, []]);
    expect([second.mishaps, moderator.mishaps]).toEqual([NO_MISHAPS, NO_MISHAPS]);
  });

  async function asModerator(email: string): Promise<Visitor> {
    const made = await runCommand(stage.home, 'user', 'create', '--role', 'moderator', '--email', email);
    const visitor = await stage.visitor(DESKTOP);
    await visitor.open('/sign-in?next=/moderation');
    await visitor.fill('E-mail address', email);
    await visitor.fill('Password', /^Password: (.+)$/m.exec(made.stdout)?.[1] ?? 'none was printed');
    await visitor.press('button', 'Sign in');
    await visitor.see('Waiting for a person');
    return visitor;
  }
});

interface Placed {
  getBoundingClientRect(): { readonly top: number };
  closest(selector: string): Placed | null;
}

/** How far below the beginning of its case something is: it must not move from under who is about to press it. */
function placeInCase(element: Placed): number {
  const { top } = element.closest('[data-case]')?.getBoundingClientRect() ?? { top: NaN };
  return element.getBoundingClientRect().top - top;
}
