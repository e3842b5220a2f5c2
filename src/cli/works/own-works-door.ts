import { declareConsent } from '../../app/consent/declare-consent.js';
import type { Registry } from '../../app/registry.js';
import type { WorksDoor } from '../../app/works/add-works.js';
import { createCollection } from '../../app/works/collections/create-collection.js';
import { sortWorks } from '../../app/works/collections/sort-works.js';
import { listWorkStatements } from '../../app/works/list-work-statements.js';
import { registerWrittenWorks } from '../../app/works/register-written-works.js';
import { UsageError } from '../usage-error.js';
import { accountActor } from '../account-actor.js';

/** The registry of this machine, in the name of one of its accounts. */
export async function ownWorksDoor(registry: Registry, email: string): Promise<WorksDoor> {
  const actor = await accountActor(registry, email);
  return {
    async register(capacity, works) {
      const result = await registerWrittenWorks(registry, actor, { capacity, works });
      if (!result.ok) throw new UsageError(`${result.message} ${result.nextStep}`);
      return Promise.all(
        result.works.map(async ({ work: { id }, isNew }) => {
          const isAnswered = !isNew && (await listWorkStatements(registry, id, { first: 1 })).rows.length > 0;
          return { id, isNew, isAnswered };
        }),
      );
    },
    async collect(name, works) {
      const created = await createCollection(registry, actor, name);
      if (!created.ok) throw new UsageError(`${created.message} ${created.nextStep}`);
      const sorted = await sortWorks(registry, actor, { works, collection: created.collection.id });
      return sorted.ok ? undefined : `${sorted.message} ${sorted.nextStep}`;
    },
    async sayNo(capacity, work) {
      const result = await declareConsent(registry, actor, {
        work,
        answers: [{ use: 'train-ai', preference: 'deny' }],
        capacity,
        basis: 'own-right',
        ownWorks: true,
      });
      return result.ok ? undefined : `${result.message} ${result.nextStep}`;
    },
  };
}
