import type { Capacity } from '../../core/consent/capacity.js';
import type { Use } from '../../core/consent/use.js';
import type { DeclareConsentInput } from '../../app/consent/declaration.js';
import { importAddresses, type ImportedAddress } from '../../app/consent/import-addresses.js';
import { previewConsent } from '../../app/consent/preview-consent.js';
import type { Registry } from '../../app/registry.js';
import { accountActor } from '../account-actor.js';
import { type AskRegistry, spelled } from '../ask-registry.js';
import { UsageError } from '../usage-error.js';

/** What became of an address, as the table of results has it. */
export type ImportedRow = Pick<ImportedAddress, 'address' | 'kind' | 'status' | 'countsNow' | 'message'>;

/** What an answer would turn in one dataset. */
export interface PreviewRow {
  readonly dataset: string;
  readonly entries: number;
  readonly isAtLeast: boolean;
  readonly lookedAt: number;
  readonly turns: readonly { from: string; to: string; use: string; entries: number }[];
}

/** What is asked about before it is said; of a place, since works have ids that nobody types. */
export type PreviewedAnswer = Pick<
  DeclareConsentInput,
  'kind' | 'address' | 'account' | 'capacity' | 'answers' | 'terms'
>;

/** A registry, here or elsewhere, in which somebody answers. */
export interface AnswersDoor {
  /** One row for each address, in order. */
  sayNo(
    addresses: readonly string[],
    uses: readonly Use[],
    capacity: Capacity,
  ): Promise<readonly ImportedRow[]>;
  preview(answer: PreviewedAnswer): Promise<readonly PreviewRow[]>;
}

/** The registry of this machine, in the name of one of its accounts. */
export async function ownAnswersDoor(registry: Registry, email: string): Promise<AnswersDoor> {
  const actor = await accountActor(registry, email);
  return {
    async sayNo(addresses, uses, capacity) {
      const result = await importAddresses(registry, actor, { addresses, uses, capacity });
      if (!result.ok) throw refused(result);
      return result.rows;
    },
    async preview(answer) {
      const declare = { ...answer, ...AS_OWN };
      const result = await previewConsent(registry, actor, { declare });
      if (!result.ok) throw refused(result);
      return result.datasets.map(({ dataset, ...row }) => ({ ...row, dataset: dataset.slug }));
    },
  };
}

const AS_OWN = { basis: 'own-right', ownWorks: true } as const;

const IMPORT = `mutation Import($input: ImportAddressesInput!) {
  importAddresses(input: $input) {
    ... on ImportAddressesPayload { rows { address kind status countsNow message } }
    ... on UserError { code message nextStep }
  }
}`;

const PREVIEW = `query Preview($input: PreviewConsentInput!) {
  previewConsent(input: $input) {
    ... on ConsentPreview {
      datasets { dataset { slug } entries isAtLeast lookedAt turns { use from to entries } }
    }
    ... on UserError { code message nextStep }
  }
}`;

interface Refused {
  readonly message: string;
  readonly nextStep: string;
}

/** A registry elsewhere, by its API and a key with the scope DECLARE. */
export function remoteAnswersDoor(ask: AskRegistry): AnswersDoor {
  return {
    async sayNo(addresses, uses, capacity) {
      const input = { addresses, uses: uses.map(spelled), capacity: spelled(capacity) };
      const { importAddresses: result } = await ask<{
        importAddresses: { rows: readonly ImportedRow[] } | Refused;
      }>(IMPORT, input);
      if (!('rows' in result)) throw refused(result);
      return result.rows.map((row) => ({ ...row, ...told(row) }));
    },
    async preview({ kind, capacity, answers, ...subject }) {
      const declare = {
        ...subject,
        ...(kind === undefined ? {} : { kind: spelled(kind) }),
        capacity: spelled(capacity),
        answers: answers.map(({ use, preference }) => ({
          use: spelled(use),
          preference: spelled(preference),
        })),
        ownWorks: true,
      };
      const { previewConsent: result } = await ask<{
        previewConsent:
          { datasets: readonly (Omit<PreviewRow, 'dataset'> & { dataset: { slug: string } })[] } | Refused;
      }>(PREVIEW, { declare });
      if (!('datasets' in result)) throw refused(result);
      return result.datasets.map(({ dataset, ...row }) => ({ ...row, dataset: dataset.slug }));
    },
  };
}

/** As they are written here. */
function told({ kind, status }: ImportedRow): Pick<ImportedRow, 'kind' | 'status'> {
  return {
    kind: kind.toLowerCase() as ImportedRow['kind'],
    status: status.toLowerCase() as ImportedRow['status'],
  };
}

function refused({ message, nextStep }: Refused): UsageError {
  return new UsageError(`${message} ${nextStep}`);
}
