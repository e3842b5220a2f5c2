import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { Actor, SignedInActor } from '../../../src/app/actor.js';
import { everyAuditEvent } from '../../../src/app/audit/read-audit-trail.js';
import { verifyAuditTrail } from '../../../src/app/audit/verify-audit-trail.js';
import { formatEntryId } from '../../../src/app/catalogue/entries/entry-id.js';
import { findEntry } from '../../../src/app/catalogue/entries/find-entry.js';
import { showThumbnail } from '../../../src/app/catalogue/entries/show-thumbnail.js';
import { fingerprintDataset } from '../../../src/app/catalogue/fingerprints/fingerprint-dataset.js';
import { searchByPicture } from '../../../src/app/catalogue/likeness/search-by-picture.js';
import { screenHidden } from '../../../src/app/catalogue/safety/screen-hidden.js';
import { shieldStore } from '../../../src/app/catalogue/safety/shield-store.js';
import { exportSearch } from '../../../src/app/catalogue/search/export-search.js';
import { searchEntries } from '../../../src/app/catalogue/search/search-entries.js';
import { decideClaim } from '../../../src/app/moderation/decide-claim.js';
import { answerProposal } from '../../../src/app/moderation/four-eyes/answer-proposal.js';
import { hideIllegal } from '../../../src/app/moderation/hiding/hide-illegal.js';
import { showAgain } from '../../../src/app/moderation/hiding/show-again.js';
import { decideReport } from '../../../src/app/moderation/reports/decide-report.js';
import { makeReport } from '../../../src/app/moderation/reports/make-report.js';
import { saidIllegal } from '../../../src/app/moderation/reports/said-illegal.js';
import type { NewEntry } from '../../../src/app/ports/catalogue.js';
import type { ScreenedPicture, Screening } from '../../../src/app/ports/screening.js';
import type { Registry } from '../../../src/app/registry.js';
import { registerWorkAt } from '../../../src/app/works/register-work-at.js';
import { openPictureTools } from '../../support/picture-tools.js';
import { openRegistryWithSite, type RegistryWithSite } from '../../support/registry-with-site.js';
import { signUp } from '../../support/sign-up.js';
import { dataset, entry } from '../../support/store-records.js';
import { answerFor, say } from '../disputes/answers-scenario.js';

const SITE = 'site.example';
const grounds = { reasonCode: 'evidence-convincing', note: 'Looked at it with care.' };
const visitor: Actor = { kind: 'anonymous', address: '192.0.2.7' };

const pictures = openPictureTools();
const met: ScreenedPicture[] = [];
const operators: Screening = {
  list: () => Promise.resolve(undefined),
  report: (picture) => Promise.resolve(void met.push(picture)),
};

let stage: RegistryWithSite;
/** Two servers on one database. */
let [registry, other]: Registry[] = [];
let [one, two]: SignedInActor[] = [];

beforeAll(async () => {
  stage = await openRegistryWithSite([SITE], { pictures });
  [registry, other] = [serverOf(stage.registry), serverOf(stage.registry)];
  [one, two] = [await signUp(here(), 'moderator'), await signUp(here(), 'moderator')];
});

afterAll(async () => {
  expect(await verifyAuditTrail(here())).toMatchObject({ unknown: [], missing: [] });
  await stage.close();
  await pictures.close();
});

function serverOf(bare: Registry): Registry {
  const screening = screenHidden(operators, bare.store.hidden);
  const { clock, sha256 } = bare;
  return { ...bare, screening, store: shieldStore(bare.store, { screening, clock, sha256 }) };
}

const here = (): Registry => registry as Registry;
const elsewhere = (): Registry => other as Registry;
const first = (): SignedInActor => one as SignedInActor;
const second = (): SignedInActor => two as SignedInActor;

function painted(seed: number): Promise<Buffer> {
  const shapes = Array.from({ length: 40 }, (_, at) => {
    const [x, y, r] = [(at * 83 * seed) % 320, (at * 61 * (seed + 3)) % 240, 12 + ((at * 7) % 40)];
    return `<circle cx="${x}" cy="${y}" r="${r}" fill="hsl(${(at * 47 * seed) % 360},80%,${20 + ((at * 13) % 60)}%)"/>`;
  });
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240">${shapes.join('')}</svg>`;
  return sharp(Buffer.from(drawing)).flatten({ background: 'white' }).png().toBuffer();
}

function row(path: string): NewEntry {
  const address = `${SITE}/${path}`;
  return { ...entry(address, `A lighthouse at ${path}`), url: `http://${address}`, punsafe: 0.01 };
}

async function filled(slug: string, rows: readonly NewEntry[]): Promise<number> {
  const { id } = await stage.registry.store.datasets.ensure(dataset({ slug }));
  await stage.registry.store.entries.addBatch(id, rows);
  return id;
}

async function found(slug: string, on = here()): Promise<string[]> {
  const answer = await searchEntries(on, { words: 'lighthouse', dataset: slug }, { first: 10 });
  if (!answer.ok) throw new Error(answer.message);
  return answer.page.rows.map(({ row: { url } }) => url).sort();
}

async function exported(slug: string): Promise<unknown[]> {
  const answer = await exportSearch(here(), { words: 'lighthouse', dataset: slug }, undefined, 10);
  const urls: unknown[] = [];
  if (answer.ok) for await (const batch of answer.batches) urls.push(...batch.map(({ url }) => url));
  return urls;
}

async function everythingDone(): Promise<string> {
  const events: unknown[] = [];
  for await (const batch of everyAuditEvent(here())) events.push(...batch);
  return JSON.stringify(events);
}

function reportOf(path: string, kind: 'illegal' | 'objection' = 'illegal') {
  return makeReport(here(), visitor, {
    kind,
    placeKind: 'url',
    address: `http://${SITE}/${path}`,
    text: 'Nobody may be shown what lies at this address.',
  });
}

describe('What a moderator finds illegal', () => {
  it('is hidden everywhere at once, with every copy that looks the same, and comes back with no other dataset', async () => {
    const bad = await painted(5);
    for (const path of ['bad.png', 'copy.png']) stage.site.files.set(`/${path}`, { body: bad });
    stage.site.files.set('/good.png', { body: await painted(11) });
    const rows = [row('bad.png'), row('copy.png'), row('good.png')];
    const id = await filled('seen', rows);
    await fingerprintDataset(here(), { slug: 'seen', pauseMs: 0 });
    expect(await found('seen')).toHaveLength(3);
    expect(await found('seen', elsewhere())).toHaveLength(3);

    const entryId = formatEntryId('seen', (rows[0] as NewEntry).rowId);
    expect(await hideIllegal(here(), first(), { entryId })).toMatchObject({ ok: true });

    const left = [`http://${SITE}/good.png`];
    for (const server of [here(), elsewhere()]) expect(await found('seen', server)).toEqual(left);
    expect(await exported('seen')).toEqual(left);
    expect(await here().store.entries.byOrdinals(id, [0n, 1n, 2n])).toHaveLength(1);
    expect(await findEntry(elsewhere(), entryId)).toBeUndefined();
    const sources = {
      ownPictures: () => Promise.resolve(undefined),
      outgoing: here().outgoing,
      thumbnailer: { render: () => Promise.reject(new Error('It must not be drawn.')) },
    };
    const copy = formatEntryId('seen', (rows[1] as NewEntry).rowId);
    for (const hidden of [entryId, copy])
      expect(await showThumbnail(here(), sources, hidden, 320)).toBeUndefined();
    const altered = await sharp(bad).flop().jpeg({ quality: 60 }).toBuffer();
    for (const picture of [{ bytes: bad }, { bytes: altered }, { url: `http://${SITE}/bad.png` }]) {
      expect(await searchByPicture(here(), { picture, first: 5 })).toMatchObject({ reason: 'damaged' });
    }

    const bare = stage.registry.store.entries;
    expect(await bare.byRowId(id, (rows[0] as NewEntry).rowId)).toBeUndefined();
    const proxied = `i0.wp.com/${SITE}/bad.png`;
    const again = { ...entry(proxied, 'A lighthouse again'), url: `https://${proxied}`, punsafe: 0.01 };
    await filled('later', [row('bad.png'), again, row('good.png')]);
    expect(await found('later')).toEqual(left);
    expect(met.map(({ place }) => place)).toContainEqual({ kind: 'fetch', url: `${SITE}/bad.png` });
    expect(await everythingDone()).not.toContain('bad.png');
  });

  it('is asked for at its address by nobody any more', async () => {
    await filled('unseen', [row('unseen.png')]);
    expect(await hideIllegal(here(), first(), { address: `https://${SITE}/unseen.png` })).toMatchObject({
      ok: true,
    });
    await filled('unseen-again', [row('unseen.png')]);
    const before = stage.site.asked.length;
    const { missed } = await fingerprintDataset(here(), { slug: 'unseen-again', pauseMs: 0 });
    expect(missed).toEqual({ withheld: 1 });
    expect(stage.site.asked.slice(before)).not.toContain('/unseen.png');
  });

  it('takes no answer from anybody: a no to it is heard as before', async () => {
    const artist = await signUp(here());
    const address = `https://${SITE}/answered.png`;
    await say(here(), artist, 'deny', address);
    await filled('answered', [row('answered.png')]);
    await hideIllegal(here(), first(), { address });
    expect(await answerFor(here(), address)).toBe('DENIED');
  });

  it('leaves of the report nothing but that there was one', async () => {
    await filled('reported', [row('reported.png')]);
    const made = await reportOf('reported.png');
    const reportId = made.ok ? made.report.id : '';
    const decision = {
      reportId,
      outcome: 'upheld',
      reasonCode: 'illegal',
      note: 'As the report says.',
    } as const;
    expect(await decideReport(here(), first(), { ...decision, outcome: 'dismissed' })).toMatchObject({
      field: 'reasonCode',
    });
    expect(await found('reported')).toHaveLength(1);
    expect(await decideReport(here(), first(), decision)).toMatchObject({
      ok: true,
      report: { text: '', expression: '', outcome: 'upheld', reason: 'illegal' },
    });
    expect(await found('reported')).toEqual([]);
    expect(await everythingDone()).not.toContain('As the report says.');
  });

  it('is hidden at one address at a time, never as a folder or a site', async () => {
    const made = await makeReport(here(), visitor, {
      kind: 'illegal',
      placeKind: 'domain',
      address: SITE,
      text: 'Nobody may be shown what lies at this site.',
    });
    const decision = { outcome: 'upheld', reasonCode: 'illegal', note: 'As the report says.' } as const;
    const reportId = made.ok ? made.report.id : '';
    expect(await decideReport(here(), first(), { reportId, ...decision })).toMatchObject({
      field: 'reasonCode',
    });
  });

  it('is hidden with the work under a claim that is rejected for it, and the words about it go', async () => {
    const bad = await painted(17);
    stage.site.files.set('/work.png', { body: bad });
    const artist = await signUp(here());
    await filled('worked', [row('work.png'), row('elsewhere.png')]);
    stage.site.files.set('/elsewhere.png', { body: await sharp(bad).flop().png().toBuffer() });
    await fingerprintDataset(here(), { slug: 'worked', pauseMs: 0 });
    const registered = await registerWorkAt(here(), artist, {
      url: `http://${SITE}/work.png`,
      medium: 'image',
      capacity: 'author',
      title: 'What it is called',
    });
    if (!registered.ok) throw new Error(registered.message);
    const { work } = registered;
    const rejection = {
      claimId: work.claimId,
      approve: false,
      reasonCode: 'illegal',
      note: 'Illegal to show.',
    };
    expect(await decideClaim(here(), first(), rejection)).toMatchObject({ ok: true });
    expect(await found('worked')).toEqual([]);
    expect(await here().store.works.byIds([work.id])).toMatchObject([{ title: undefined }]);
    expect(await here().store.works.locationsOf([work.id])).toEqual([[]]);
    expect(await searchByPicture(here(), { picture: { bytes: bad }, first: 5 })).toMatchObject({
      reason: 'damaged',
    });
  });

  it('is shown again only once a second moderator confirms', async () => {
    await filled('mistaken', [row('mistaken.png')]);
    const hidden = await hideIllegal(here(), first(), { address: `https://${SITE}/mistaken.png` });
    const hiddenId = hidden.ok ? hidden.hidden.id : '';
    await filled('mistaken-again', [row('mistaken.png')]);
    expect(await found('mistaken-again')).toEqual([]);
    const proposed = await showAgain(here(), first(), { hiddenId, ...grounds });
    const proposalId = proposed.ok ? proposed.proposal.id : '';
    expect(await answerProposal(here(), first(), { proposalId, confirm: true })).toMatchObject({ ok: false });
    expect(await found('mistaken-again', elsewhere())).toEqual([]);
    expect(await answerProposal(here(), second(), { proposalId, confirm: true })).toMatchObject({ ok: true });
    expect(await found('mistaken-again', elsewhere())).toEqual([`http://${SITE}/mistaken.png`]);
    expect(await showAgain(here(), first(), { hiddenId, ...grounds })).toMatchObject({ field: 'hiddenId' });
  });

  it.each([
    ['nothing', {}, 'INVALID_INPUT'],
    ['two things', { address: `https://${SITE}/a.png`, workId: 'x' }, 'INVALID_INPUT'],
    ['no address', { address: 'my picture' }, 'INVALID_INPUT'],
    ['an entry that is not there', { entryId: `none:${'00'.repeat(16)}` }, 'NOT_FOUND'],
    ['a work that is not there', { workId: 'none' }, 'NOT_FOUND'],
  ])('is refused where %s is named', async (_, input, code) => {
    expect(await hideIllegal(here(), first(), input)).toMatchObject({ ok: false, code });
  });
});

describe('What anybody says is illegal', () => {
  it('is found as before, with its picture covered until a moderator has looked, and never covered so again', async () => {
    const addresses = [`${SITE}/said.png`, `${SITE}/good.png`];
    await filled('said', [row('said.png')]);
    const made = await reportOf('said.png');
    await reportOf('good.png', 'objection');
    expect(await saidIllegal(here(), addresses)).toEqual([true, false]);
    expect(await found('said')).toEqual([`http://${SITE}/said.png`]);
    const reportId = made.ok ? made.report.id : '';
    expect(await decideReport(here(), first(), { reportId, outcome: 'dismissed', ...grounds })).toMatchObject(
      {
        ok: true,
      },
    );
    await reportOf('said.png');
    expect(await saidIllegal(here(), addresses)).toEqual([false, false]);
  });
});
