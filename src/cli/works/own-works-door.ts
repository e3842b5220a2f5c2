import { declareConsent } from '../../app/consent/declare-consent.js';
import type { Registry } from '../../app/registry.js';
import type { WorksDoor } from '../../app/works/add-works.js';
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
      return result.works.map(({ work: { id }, isNew }) => ({ id, isNew }));
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
