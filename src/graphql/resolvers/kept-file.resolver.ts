import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { removeFile } from '../../app/claims/files/remove-file.js';
import { listFiles } from '../../app/claims/files/view-files.js';
import type { GraphqlContext } from '../context.js';
import { RemoveFileInput } from '../inputs/kept-file.input.js';
import { RemoveFileResult } from '../results/claim-results.js';
import { ClaimPayload } from '../results/payloads.js';
import { toError } from '../results/refusal-to-error.js';
import { ClaimType } from '../types/claim.type.js';
import { KeptFileType } from '../types/kept-file.type.js';

@Resolver(() => ClaimType)
export class KeptFileResolver {
  @Mutation(() => RemoveFileResult, { description: 'Deletes a file that you left with a claim, for good.' })
  async removeFile(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => RemoveFileInput, { description: 'What is given.' }) { id }: RemoveFileInput,
  ): Promise<typeof RemoveFileResult> {
    const result = await removeFile(registry, caller.signedIn, id);
    return result.ok ? new ClaimPayload(result.claim) : toError(result);
  }

  @FieldResolver(() => [KeptFileType], {
    description:
      'Files that its claimant left with it, the oldest first. For moderators none until there is evidence, a screenshot or a dispute.',
  })
  async files(
    @Root() { claim }: ClaimType,
    @Ctx() { registry, caller }: GraphqlContext,
  ): Promise<KeptFileType[]> {
    const files = await listFiles(registry, caller.signedIn, claim);
    return files.map((file) => new KeptFileType(file, claim.accountId));
  }
}
