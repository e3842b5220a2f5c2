import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSmtpInbox, type SmtpInbox } from '../identity/smtp-inbox.js';
import { describeInBrowser } from '../support/browser.js';
import { obstacles } from '../support/browser-obstacles.js';
import { Stage } from '../support/browser-stage.js';
import type { Visitor } from '../support/browser-visitor.js';
import { DESKTOP, PHONE } from '../support/browser-visitor.js';
import { eventually } from '../support/eventually.js';
import { runCommand } from '../support/server-process.js';
import { openTestSite, type TestSite } from '../support/test-site.js';

const DOMAIN = 'makers.example';
const PASSWORD = 'four unrelated plain words';
const SETTLED = { code: true, message: true };
const LIST = `reference,name,email,address
M-1,"Member, the first",first@example.org,https://shop.example/1.png
M-1,,,https://shop.example/2.png
M-2,,not an address,https://shop.example/3.png
M-3,,third@example.org,https://shop.example/4.png
`;

describeInBrowser('an organisation', () => {
  let site: TestSite;
  let inbox: SmtpInbox;
  let stage: Stage;
  let owner: Visitor;
  let member: Visitor;

  beforeAll(async () => {
    [site, inbox] = await Promise.all([openTestSite(), openSmtpInbox()]);
    stage = await Stage.open({
      ASSENT_HOST_MAP: `${DOMAIN}=127.0.0.1:${site.port}`,
      ASSENT_SMTP_URL: inbox.url,
      ASSENT_MAIL_FROM: 'Assent <registry@assent.example>',
    });
    owner = await stage.visitor(DESKTOP);
  });

  afterAll(async () => {
    await stage.close();
    await Promise.all([site.close(), inbox.close()]);
  });

  /** Asks the API from the page that is open, as its own pages do. */
  async function send(
    name: string,
    input: object,
    selection: string,
    who = owner,
  ): Promise<Record<string, unknown>> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
    const query = `mutation($input: ${type}) { result: ${name}(input: $input) { ${selection} ... on UserError { ${Object.keys(SETTLED).join(' ')} } } }`;
    const body = JSON.stringify({ query, variables: { input } });
    const answer = await who.page.evaluate<{ data: { result: Record<string, unknown> } }>(
      `fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(body)} }).then((answer) => answer.json())`,
    );
    return answer.data.result;
  }

  async function isDenied(address: string): Promise<boolean> {
    const url = `${stage.server.url}/v1/check?use=train-ai`;
    const headers = { 'content-type': 'text/plain' };
    const answer = await fetch(url, { method: 'POST', body: address, headers });
    return (await answer.text()).trim() === 'DENIED';
  }

  it('is opened by whoever has proven its domain', async () => {
    await owner.open('/organisations');
    await owner.read('No organisation speaks for anybody yet.');
    await send(
      'register',
      { email: 'owner@makers.example', password: PASSWORD },
      '... on RegisterPayload { recoveryCodes }',
    );
    const claiming = await send(
      'openClaim',
      { kind: 'DOMAIN', address: DOMAIN, capacity: 'RIGHTSHOLDER' },
      '... on ClaimPayload { claim { id challenge { fileContent } } }',
    );
    const { claim } = claiming as { claim: { id: string; challenge: { fileContent: string } } };
    site.files.set('/.well-known/assent-challenge.txt', claim.challenge.fileContent);
    await send('verifyClaim', { claimId: claim.id }, '... on ClaimPayload { claim { state } }');
    await owner.open('/organisations');
    await owner.fill('Name, as the public knows it', 'Makers of maps');
    await owner.press('button', 'Open the organisation');
    await owner.see('Makers of maps');
    await owner.read(/a file on its site/);
  });

  it('says no for its members, and names them by a list with a result for each line', async () => {
    await owner.press('button', 'Say no for all members');
    await owner.read('No to AI training');
    const file = join(stage.home.folder, 'members.csv');
    await writeFile(file, LIST);
    await owner.page.getByLabel('Choose a list (CSV)').setInputFiles(file);
    await owner.read('4 of 4 lines: 3 added, 0 known already, 1 refused.');
    await owner.read(/Line 4, M-2: This is not an e-mail address/);
    expect(await isDenied('https://shop.example/2.png')).toBe(true);
    expect(await isDenied('https://shop.example/3.png')).toBe(false);
    expect(await obstacles(owner)).toEqual([]);
  });

  it('ends a membership from its list of members, and is suspended and heard again by a moderator', async () => {
    expect(await isDenied('https://shop.example/4.png')).toBe(true);
    await owner.read('third@example.org');
    await owner.fill('Find a member', 'third@');
    await owner.press('button', 'Find');
    await owner.press('button', /^End the membership.*M-3/);
    await owner.page.getByRole('dialog').getByRole('button', { name: 'End the membership' }).click();
    await owner.read(/^Ended on .+: it speaks for them no more\.$/);
    expect(await isDenied('https://shop.example/4.png')).toBe(false);
    const email = 'moderator@assent.example';
    const made = await runCommand(stage.home, 'user', 'create', '--role', 'moderator', '--email', email);
    const moderator = await stage.visitor(PHONE);
    const password = /^Password: (.+)$/m.exec(made.stdout)?.[1] ?? 'none was printed';
    await moderator.open('/limits');
    await send('signInWithPassword', { email, password }, '__typename', moderator);
    await moderator.open(new URL(owner.page.url()).pathname);
    await moderator.see('Makers of maps');
    await moderator.press('button', 'Suspend it');
    await moderator.read(/^A moderator has suspended it\./);
    expect(await isDenied('https://shop.example/2.png')).toBe(true);
    expect([await moderator.overhang(), await obstacles(moderator)]).toEqual([0, []]);
    await moderator.press('button', 'Lift the suspension');
    await moderator.named('button', 'Suspend it').waitFor();
    expect(moderator.mishaps.errors).toEqual([]);
    await moderator.leave();
  });

  it('has each of them told, who leaves by the link without an account, and is denied for no more', async () => {
    await stage.restart();
    await eventually(() => inbox.mails.some(({ to }) => to.includes('first@example.org')));
    const mail = inbox.newestTo('first@example.org');
    const [path = ''] = /\/membership\/\S+/.exec(mail.text) ?? [];
    member = await stage.visitor(PHONE);
    await member.open(path);
    await member.see('Who speaks for your works');
    await member.read('shop.example/2.png');
    expect(await obstacles(member)).toEqual([]);
    await send(
      'register',
      { email: 'member@example.org', password: PASSWORD },
      '... on RegisterPayload { recoveryCodes }',
      member,
    );
    await member.press('button', 'I confirm');
    await member.read('You have confirmed that it may answer for you.');
    await member.open('/account');
    await member.press('button', /^Take it back/);
    await member.read(/Confirmed by you · .+ · ended on/);
    expect(await obstacles(member)).toEqual([]);
    await member.open('/ask?url=https://shop.example/2.png');
    await member.read('Makers of maps');
    await member.press('link', /^See the record/);
    await member.read('Speaks for its members');
    expect(await member.overhang()).toBeLessThanOrEqual(0);
    await member.open(path);
    await member.press('button', 'End the membership');
    await member.read(/It speaks for you no more\./);
    expect(await isDenied('https://shop.example/2.png')).toBe(false);
    await member.press('button', 'I say no');
    await member.read('You say no yourself.');
    expect(await isDenied('https://shop.example/2.png')).toBe(true);
    expect(await member.overhang()).toBeLessThanOrEqual(0);
    expect([...owner.mishaps.errors, ...member.mishaps.errors]).toEqual([]);
  });
});
