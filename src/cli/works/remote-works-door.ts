import type { WorksDoor } from '../../app/works/add-works.js';
import type { WrittenPrints } from '../../app/works/written-prints.js';
import type { OperatorFetch } from '../../fetch/operator-fetch.js';
import { UsageError } from '../usage-error.js';
import { askRegistry, spelled } from '../ask-registry.js';

const REGISTER = `mutation AddWorks($input: RegisterWorksInput!) {
  registerWorks(input: $input) {
    ... on RegisterWorksPayload { works { isNew work { id statements(first: 1) { edges { node { id } } } } } }
    ... on UserError { code message nextStep }
  }
}`;

const CREATE_COLLECTION = `mutation CreateCollection($input: CreateCollectionInput!) {
  createCollection(input: $input) {
    ... on CollectionPayload { collection { id } }
    ... on UserError { code message nextStep }
  }
}`;

const SORT_WORKS = `mutation SortWorks($input: SortWorksInput!) {
  sortWorks(input: $input) {
    ... on SortWorksPayload { sortedIds }
    ... on UserError { code message nextStep }
  }
}`;

const SAY_NO = `mutation SayNo($input: DeclareConsentInput!) {
  declareConsent(input: $input) {
    ... on DeclareConsentPayload { countsNow }
    ... on UserError { code message nextStep }
  }
}`;

interface Refused {
  readonly message: string;
  readonly nextStep: string;
}

type Registered = {
  readonly works: readonly {
    readonly isNew: boolean;
    readonly work: { readonly id: string; readonly statements: { readonly edges: readonly unknown[] } };
  }[];
};

/** A registry elsewhere, by its API and a key with the scope DECLARE. Nothing is sent but what is written here. */
export function remoteWorksDoor(
  http: OperatorFetch,
  registry: string,
  key: string,
  signal: AbortSignal,
): WorksDoor {
  const ask = askRegistry(http, registry, key, signal);
  return {
    async register(capacity, works) {
      const input = {
        capacity: spelled(capacity),
        works: works.map((work) => ({ ...work, prints: sent(work.prints) })),
      };
      const { registerWorks } = await ask<{ registerWorks: Registered | Refused }>(REGISTER, input);
      if ('message' in registerWorks)
        throw new UsageError(`${registerWorks.message} ${registerWorks.nextStep}`);
      return registerWorks.works.map(({ work: { id, statements }, isNew }) => ({
        id,
        isNew,
        isAnswered: statements.edges.length > 0,
      }));
    },
    async collect(name, works) {
      const { createCollection } = await ask<{
        createCollection: { readonly collection: { readonly id: string } } | Refused;
      }>(CREATE_COLLECTION, { name });
      if ('message' in createCollection)
        throw new UsageError(`${createCollection.message} ${createCollection.nextStep}`);
      const input = { works, collection: createCollection.collection.id };
      const { sortWorks } = await ask<{ sortWorks: object | Refused }>(SORT_WORKS, input);
      return 'message' in sortWorks ? `${sortWorks.message} ${sortWorks.nextStep}` : undefined;
    },
    async sayNo(capacity, work) {
      const input = {
        work,
        capacity: spelled(capacity),
        ownWorks: true,
        answers: [{ use: 'TRAIN_AI', preference: 'DENY' }],
      };
      const { declareConsent } = await ask<{ declareConsent: object | Refused }>(SAY_NO, input);
      return 'message' in declareConsent ? `${declareConsent.message} ${declareConsent.nextStep}` : undefined;
    },
  };
}

function sent(prints: WrittenPrints): unknown {
  return { ...prints, medium: prints.medium.toUpperCase() };
}
