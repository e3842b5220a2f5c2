import { type Answer, ANSWERS } from '../../core/consent/decision.js';
import type { Use } from '../../core/consent/use.js';
import { idKey, leafKeys, mentionedKeys } from '../../core/log/leaf-keys.js';
import { encodeLeaf, type Leaf } from '../../core/log/leaf.js';
import { leafHash } from '../../core/log/leaf-hash.js';
import { answerAsOf } from '../../core/replay/answer-as-of.js';
import { type DigestedItem, digestItem } from '../../core/replay/digested-item.js';
import { applyChosenLeaf } from '../../core/replay/replay.js';
import type { ReplayState } from '../../core/replay/replay-state.js';
import { urlKey } from '../../core/url/url-key.js';
import { invalidInput } from '../accounts/refusals.js';
import type { SignedInActor } from '../actor.js';
import { idInLeaf } from '../claims/claim-leaves.js';
import type { Dataset } from '../ports/catalogue.js';
import type { Registry } from '../registry.js';
import { type DeclarationProblem, type DeclareConsentInput, readDeclaration } from './declaration.js';
import type { Weight } from './explain-weight.js';
import { loadReplay } from './load-replay.js';
import { lookUpAddress } from './look-up-address.js';
import type { AnswerCollectionInput } from '../works/collections/answer-collection.js';
import { meantForCollection } from '../works/collections/meant-for-collection.js';
import { meantDeclaration, meantWithdrawal, type MeantChange } from './meant-change.js';
import { type ReachedEntries, reachedEntries } from './reached-entries.js';

/** Exactly one of the three. */
export interface PreviewConsentInput {
  /** Answers that would be given. */
  readonly declare?: DeclareConsentInput | undefined;
  /** Leaf hash of one of the actor's statements, which would be withdrawn. */
  readonly withdraw?: Uint8Array | undefined;
  /** What would be said of the works of a collection. */
  readonly answerCollection?: AnswerCollectionInput | undefined;
}

/** How many of the entries that were looked at would be answered otherwise. */
export interface Turn {
  readonly use: Use;
  readonly from: Answer;
  readonly to: Answer;
  readonly entries: number;
}

export interface PreviewedDataset {
  readonly dataset: Dataset;
  /** How many of its entries the change is about. */
  readonly entries: number;
  readonly isAtLeast: boolean;
  /** On how many of them the turns rest; fewer than there are entries where there are many. */
  readonly lookedAt: number;
  /** None where everything would be answered as it is. */
  readonly turns: readonly Turn[];
  /** The same once it is shown that the work or place is theirs; undefined where every answer counts without. */
  readonly turnsOnceShown: readonly Turn[] | undefined;
}

export interface ConsentPreview {
  readonly ok: true;
  /** The datasets that the change would reach, none where it reaches nothing that is known. */
  readonly datasets: readonly PreviewedDataset[];
  /** Undefined of a withdrawal. */
  readonly weight: Weight | undefined;
  readonly logSize: bigint;
}

export type PreviewConsentResult = ConsentPreview | DeclarationProblem;

/**
 * What a change of answers would decide, before it is made: the leaves that it would add are replayed after those of the log, by the
 * same rules, and thrown away. Throws `LogReadOnly` when leaves may be missing.
 */
export async function previewConsent(
  registry: Registry,
  actor: SignedInActor,
  input: PreviewConsentInput,
): Promise<PreviewConsentResult> {
  registry.log.assertWhole();
  const change = await readChange(registry, actor, input);
  if (!change.ok) return change;
  const reached = await reachedEntries(registry, change.reach);
  const { datasets, size } = await turnsOf(registry, actor, change, reached);
  return { ok: true, datasets, weight: change.weight, logSize: BigInt(size) };
}

async function readChange(
  registry: Registry,
  actor: SignedInActor,
  input: PreviewConsentInput,
): Promise<MeantChange | DeclarationProblem> {
  const { declare, withdraw, answerCollection } = input;
  if (Object.values(input).filter((one) => one !== undefined).length !== 1) {
    const message = 'A preview is of answers that would be given, or of a statement that would be withdrawn.';
    return invalidInput('declare', message, 'Give declare, answerCollection or withdraw, and one alone.');
  }
  if (answerCollection !== undefined) return meantForCollection(registry, actor, answerCollection);
  if (declare !== undefined) {
    const declaration = readDeclaration(registry, declare);
    return declaration.ok ? meantDeclaration(registry, actor, declaration) : declaration;
  }
  if (withdraw !== undefined) return meantWithdrawal(registry, actor, withdraw);
  throw new Error('One of three was there, and none of them is.');
}

async function turnsOf(
  registry: Registry,
  { account }: SignedInActor,
  change: MeantChange,
  reached: readonly ReachedEntries[],
): Promise<{ readonly datasets: PreviewedDataset[]; readonly size: number }> {
  const size = Number(await registry.store.log.size());
  const items = reached.map(({ addresses }) => addresses.map((address) => itemAt(registry, address)));
  const { state } = await loadReplay(registry.store.log, keysOf(account.pseudonym, change, items), size);
  const at = registry.clock().getTime();
  const answersNow = () =>
    items.map((some) =>
      some.map(({ item }) =>
        change.uses.map((use) => answerAsOf(state, item, { use, at }, { size: state.size }).decision.answer),
      ),
    );
  const before = answersNow();
  applyMeant(registry, state, change.leaves);
  const after = answersNow();
  const isWaiting = change.weight?.countsNow === false && change.proofs.length > 0;
  applyMeant(registry, state, isWaiting ? change.proofs : []);
  const shown = isWaiting ? answersNow() : undefined;
  const datasets = reached.map(({ dataset, entries, isAtLeast, addresses }, index) => ({
    dataset,
    entries,
    isAtLeast,
    lookedAt: addresses.length,
    turns: countTurns(change.uses, before[index] ?? [], after[index] ?? []),
    turnsOnceShown: shown && countTurns(change.uses, before[index] ?? [], shown[index] ?? []),
  }));
  return { datasets, size };
}

interface PreviewedItem {
  readonly item: DigestedItem;
  readonly keys: readonly bigint[];
}

function itemAt({ sha256 }: Registry, canonical: string): PreviewedItem {
  const looked = lookUpAddress(`http://${canonical}`);
  const { outer, embedded } = looked.ok ? looked.item : { outer: [], embedded: [] };
  return {
    item: digestItem({ outer, embedded }, sha256),
    keys: [outer, ...embedded].flat().map(({ expression }) => urlKey(expression)),
  };
}

function keysOf(
  pseudonym: string,
  { leaves }: MeantChange,
  items: readonly (readonly PreviewedItem[])[],
): bigint[] {
  const ofLeaves = leaves.flatMap((leaf) => [...leafKeys(leaf), ...mentionedKeys(leaf, '0'.repeat(64))]);
  return [idKey(idInLeaf(pseudonym)), ...ofLeaves, ...items.flat().flatMap(({ keys }) => keys)];
}

function applyMeant({ sha256 }: Registry, state: ReplayState, leaves: readonly Leaf[]): void {
  for (const leaf of leaves) {
    applyChosenLeaf(state, { index: state.size, leaf, leafHash: leafHash(encodeLeaf(leaf), sha256) });
  }
}

function countTurns(
  uses: readonly Use[],
  before: readonly (readonly Answer[])[],
  after: readonly (readonly Answer[])[],
): Turn[] {
  return uses.flatMap((use, column) =>
    ANSWERS.flatMap((from) =>
      ANSWERS.filter((to) => to !== from).flatMap((to) => {
        const entries = before.filter(
          (answers, row) => answers[column] === from && after[row]?.[column] === to,
        ).length;
        return entries === 0 ? [] : [{ use, from, to, entries }];
      }),
    ),
  );
}
