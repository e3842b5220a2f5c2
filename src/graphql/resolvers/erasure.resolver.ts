import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { eraseAccount } from '../../app/accounts/erase-account.js';
import { eraseOpening } from '../../app/consent/erase-opening.js';
import type { GraphqlContext } from '../context.js';
import { EraseAccountInput, EraseStatementDetailsInput } from '../inputs/erasure.inputs.js';
import {
  EraseAccountPayload,
  EraseAccountResult,
  EraseStatementDetailsPayload,
  EraseStatementDetailsResult,
} from '../results/erasure-results.js';
import { toError } from '../results/refusal-to-error.js';

const INPUT = { description: 'What is given.' };

@Resolver()
export class ErasureResolver {
  @Mutation(() => EraseAccountResult, {
    description:
      'Erases the account that asks, for good: its address, keys, evidence, and what its statements say in readable words.',
  })
  async eraseAccount(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => EraseAccountInput, INPUT) input: EraseAccountInput,
  ): Promise<typeof EraseAccountResult> {
    const result = await eraseAccount(registry, caller.signedIn, input);
    if (!result.ok) return toError(result);
    caller.end();
    return new EraseAccountPayload(result);
  }

  @Mutation(() => EraseStatementDetailsResult, {
    description:
      'Erases what one of your statements says in readable words, for good. It stands on; a no-unless becomes a plain no.',
  })
  async eraseStatementDetails(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => EraseStatementDetailsInput, INPUT) input: EraseStatementDetailsInput,
  ): Promise<typeof EraseStatementDetailsResult> {
    const result = await eraseOpening(registry, caller.signedIn, input);
    return result.ok ? new EraseStatementDetailsPayload(result.statement) : toError(result);
  }
}
