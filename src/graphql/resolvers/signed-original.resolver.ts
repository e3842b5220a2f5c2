import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { removeSignedOriginal } from '../../app/claims/originals/remove-signed-original.js';
import type { GraphqlContext } from '../context.js';
import { RemoveSignedOriginalInput } from '../inputs/signed-original.input.js';
import { RemoveSignedOriginalResult } from '../results/claim-results.js';
import { ClaimPayload } from '../results/payloads.js';
import { toError } from '../results/refusal-to-error.js';
import { ClaimType } from '../types/claim.type.js';
import { SignedOriginalType } from '../types/signed-original.type.js';

@Resolver(() => ClaimType)
export class SignedOriginalResolver {
  @Mutation(() => RemoveSignedOriginalResult, {
    description: 'Deletes what was found in a signed file that you gave with a claim, for good.',
  })
  async removeSignedOriginal(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => RemoveSignedOriginalInput, { description: 'What is given.' })
    { id }: RemoveSignedOriginalInput,
  ): Promise<typeof RemoveSignedOriginalResult> {
    const result = await removeSignedOriginal(registry, caller.signedIn, id);
    return result.ok ? new ClaimPayload(result.claim) : toError(result);
  }

  @FieldResolver(() => [SignedOriginalType], {
    description: 'What the signed files say that its claimant gave with it, the oldest first.',
  })
  async signedOriginals(
    @Root() { claim }: ClaimType,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<SignedOriginalType[]> {
    const originals = await loaders.signedOriginals.load(claim);
    return originals.map((original) => new SignedOriginalType(original, claim.accountId));
  }
}
