import { togetherDecision } from '../../core/consent/together-decision.js';
import type { Decision } from '../../core/consent/decision.js';
import type { CheckedItem, ConsentAnswers } from '../ports/consent-answers.js';

/** Sources whose answers cannot be told as one. */
export class AnswersDoNotMix extends Error {
  override readonly name = 'AnswersDoNotMix';
}

/**
 * Several registries as one source: each is asked about every item, and any no counts. Fails as soon as one of them does, so
 * that one which cannot be asked is never taken for one that said nothing. Throws {@link AnswersDoNotMix} for two of one log
 * and for different versions of the rules.
 */
export function togetherAnswers(sources: readonly ConsentAnswers[]): ConsentAnswers {
  const [first] = sources;
  if (first === undefined) throw new RangeError('No registry was asked.');
  if (sources.length === 1) return first;
  const bases = sources.flatMap((source) => source.bases);
  refuseTwice(bases.map(({ origin }) => origin));
  refuseVersions(bases);
  return {
    uses: first.uses,
    bases,
    // What one of them does not recognise it would answer as if nobody had said anything.
    recognises: new Set(
      [...first.recognises].filter((by) => sources.every(({ recognises }) => recognises.has(by))),
    ),
    check: async (items) => {
      const told = await Promise.all(sources.map((source) => source.check(items)));
      if (told.some((answers) => answers.length !== items.length)) {
        throw new Error('A source of answers left items unanswered.');
      }
      return items.map((_, at) =>
        together(
          sources,
          told.map((answers) => answers[at] as CheckedItem),
        ),
      );
    },
    terms: async (ids) => {
      const told = await Promise.all(sources.map((source) => source.terms(ids)));
      return new Map(told.flatMap((terms) => [...terms]));
    },
    ...(sources.every(({ offers }) => offers !== undefined)
      ? {
          offers: async (ids: readonly string[]) => {
            const told = await Promise.all(sources.map(async (source) => source.offers?.(ids)));
            return new Map(told.flatMap((offers) => [...(offers ?? [])]));
          },
        }
      : {}),
    names: sources.every(({ names }) => names !== undefined)
      ? async () => (await Promise.all(sources.map(async (source) => (await source.names?.()) ?? []))).flat()
      : undefined,
    checkpoints: async () => (await Promise.all(sources.map((source) => source.checkpoints()))).flat(),
    close: async () => {
      for (const source of sources) await source.close?.();
    },
  };
}

function together(sources: readonly ConsentAnswers[], items: readonly CheckedItem[]): CheckedItem {
  const [first] = items;
  if (first === undefined) throw new RangeError('No registry was asked.');
  // Of a dataset nearly every row is one that nobody knows.
  if (items.every(({ decisions }) => decisions.every(isSilent))) return first;
  return {
    ...first,
    decisions: first.decisions.map((_, use) =>
      togetherDecision(
        items.map(({ decisions }, source) => {
          const { origin = '', lostLeaves = [] } = sources[source]?.bases[0] ?? {};
          return { origin, decision: decisions[use] as Decision, isWhole: lostLeaves.length === 0 };
        }),
      ),
    ),
  };
}

function isSilent({ answer, notDeciding }: Decision): boolean {
  return answer === 'UNKNOWN' && notDeciding.length === 0;
}

function refuseTwice(origins: readonly string[]): void {
  const twice = origins.find((origin, at) => origins.indexOf(origin) < at);
  if (twice === undefined) return;
  throw new AnswersDoNotMix(`Two of the sources named are of one log, ${twice}. Name each log once.`);
}

function refuseVersions(bases: ConsentAnswers['bases']): void {
  const versions = bases.map((basis) => `${basis.rulesVersion} ${basis.canonicalUrlVersion}`);
  if (new Set(versions).size === 1) return;
  throw new AnswersDoNotMix(
    'The registries named answer by different versions of the rules, so their answers cannot be told as one. Check by each alone.',
  );
}
