import { bytesToHex } from '@noble/hashes/utils.js';
import type { Use } from '../../../core/consent/use.js';
import type { Leaf } from '../../../core/log/leaf.js';
import { buildWithdrawalLeaf } from '../../../core/log/withdrawal-leaf.js';
import type { SignedInActor } from '../../actor.js';
import { assuranceLeaf } from '../../claims/claim-leaves.js';
import { isHeld } from '../../claims/is-held.js';
import type { DeclarationProblem } from '../../consent/declaration.js';
import { draftStatement } from '../../consent/log-statements.js';
import { type MeantChange, weigh } from '../../consent/meant-change.js';
import type { CollectionAnswer } from '../../ports/collections.js';
import type { Registry } from '../../registry.js';
import { readWorkId } from '../named-work.js';
import { ownWork, type OwnWork } from '../own-work.js';
import { workSubject } from '../work-subject.js';
import { type AnswerCollectionInput, readAnswer } from './answer-collection.js';
import { collectionDeclaration } from './collection-declaration.js';
import { noSuchCollection, ownCollection } from './own-collection.js';
import { latestAbout } from './say-for-works.js';

/** Of a collection with more works the rest is left out, and every count is a least one. */
const MOST_WORKS = 500;

/** What the log would take if a collection said something else: of its works, those that follow it or wait for it. Nothing of it is kept. */
export async function meantForCollection(
  registry: Registry,
  { account }: SignedInActor,
  { collection: id, ...input }: AnswerCollectionInput,
): Promise<MeantChange | DeclarationProblem> {
  const { store } = registry;
  const read = input.answers.length === 0 ? undefined : readAnswer(registry, input);
  if (read !== undefined && 'code' in read) return read;
  if ((await ownCollection(store, account.id, id)) === undefined) return noSuchCollection();
  const page = { first: MOST_WORKS + 1 };
  const { rows } = await store.collections.standings(id, ['follows', 'waiting'], page);
  const owned = await Promise.all(
    rows.slice(0, MOST_WORKS).map(({ row }) => ownWork(store, account.id, row.workId)),
  );
  const works = owned.filter((own) => own !== undefined);
  const at = registry.clock();
  const uses = new Set<Use>(read?.answers.map(({ use }) => use));
  const leaves: Leaf[] = [];
  for (const own of works) {
    for (const { use, id: statement, claimant } of await latestAbout(store, own)) {
      if (read?.answers.some((answer) => answer.use === use) === true) continue;
      uses.add(use as Use);
      const time = at.toISOString();
      leaves.push(buildWithdrawalLeaf({ claimant, statement: bytesToHex(statement), time }));
    }
    leaves.push(...(read === undefined ? [] : saidOf(registry, account, own, read, at)));
  }
  return {
    ok: true,
    leaves,
    proofs: works.map(({ claim }) => assuranceLeaf(claim.id, { level: 'reviewed' }, 'moderator', at)),
    uses: [...uses],
    reach: { places: [], workIds: rows.map(({ row }) => row.workId) },
    weight: read && weightOf(works, read, at),
  };
}

function saidOf(
  registry: Registry,
  account: SignedInActor['account'],
  { work, claim }: OwnWork,
  answer: CollectionAnswer,
  at: Date,
): Leaf[] {
  const subject = readWorkId(work.id);
  if (subject === undefined) return [];
  const declaration = collectionDeclaration(answer, subject);
  const answered = { claim, subject: { subject: workSubject(work) }, named: claim };
  return declaration.answers.map(
    (one) => draftStatement(registry, account, answered, declaration, one, at).leaf,
  );
}

/** What an answer counts as, by the work of which least is shown. */
function weightOf(works: readonly OwnWork[], answer: CollectionAnswer, at: Date): MeantChange['weight'] {
  const least = works.find(({ claim }) => !isHeld(claim)) ?? works[0];
  const subject = least && readWorkId(least.work.id);
  if (least === undefined || subject === undefined) return undefined;
  const { claim } = least;
  const assurance = isHeld(claim) ? claim.assurance : 'asserted';
  return weigh(collectionDeclaration(answer, subject), claim.claimant, assurance, at);
}
