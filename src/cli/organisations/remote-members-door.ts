import type { MembersDoor } from '../../app/organisations/send-members.js';
import type { AskRegistry } from '../ask-registry.js';
import { UsageError } from '../usage-error.js';

const ADD = `mutation AddMembers($input: AddMembersInput!) {
  addMembers(input: $input) {
    ... on TakenMembersPayload { results { status problem } }
    ... on UserError { code message nextStep }
  }
}`;

type Taken = {
  readonly results: readonly {
    readonly status: 'ADDED' | 'KNOWN' | 'REFUSED';
    readonly problem: string | null;
  }[];
};

const STATUS = { ADDED: 'added', KNOWN: 'known', REFUSED: 'refused' } as const;

/** A registry elsewhere, by its API. Nothing is sent but what is written here. */
export function remoteMembersDoor(
  ask: AskRegistry,
  organisation: string,
  expiresAt: Date | undefined,
): MembersDoor {
  return {
    async add(members) {
      const input = { organisation, members, ...(expiresAt === undefined ? {} : { expiresAt }) };
      const { addMembers } = await ask<{
        addMembers: Taken | { readonly message: string; readonly nextStep: string };
      }>(ADD, input);
      if ('message' in addMembers) throw new UsageError(`${addMembers.message} ${addMembers.nextStep}`);
      return addMembers.results.map(({ status, problem }) => ({
        status: STATUS[status],
        problem: problem ?? undefined,
      }));
    },
  };
}
