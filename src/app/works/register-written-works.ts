import type { SignedInActor } from '../actor.js';
import type { Capacity } from '../../core/consent/capacity.js';
import type { Registry } from '../registry.js';
import type { WorkDetails } from './given-work.js';
import { type GivenWork, registerWorks, type RegisterWorksResult } from './register-works.js';
import { readPrints, type WrittenPrints } from './written-prints.js';

export interface RegisterWrittenWorksInput {
  readonly capacity: Capacity;
  readonly works: readonly (WorkDetails & { readonly prints: WrittenPrints })[];
}

/** Registers works whose fingerprints were made elsewhere. */
export async function registerWrittenWorks(
  registry: Registry,
  actor: SignedInActor,
  { capacity, works: written }: RegisterWrittenWorksInput,
): Promise<RegisterWorksResult> {
  const works: GivenWork[] = [];
  for (const { prints, ...details } of written) {
    const read = readPrints(prints);
    if (!read.ok) return read;
    works.push({ ...details, prints: read.prints });
  }
  return registerWorks(registry, actor, { capacity, works });
}
