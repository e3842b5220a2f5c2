import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { KNOWN_ENTRIES_LIMIT } from '../../app/claims/describe-claims.js';
import { viewClaim } from '../../app/claims/view-claim.js';
import type { GraphqlContext } from '../context.js';
import { ChallengeType } from '../types/challenge.type.js';
import { ClaimantHistoryType } from '../types/claimant-history.type.js';
import { ClaimType } from '../types/claim.type.js';
import { EvidenceType } from '../types/evidence.type.js';
import { WorkType } from '../types/work.type.js';
import { ProofType } from '../types/proof.type.js';

@Resolver(() => ClaimType)
export class ClaimResolver {
  @Query(() => ClaimType, {
    nullable: true,
    description: 'One of your claims; for moderators, any. Null when there is none, or it is not yours.',
  })
  async claim(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('id', () => ID, { description: 'Id of the claim.' }) id: string,
  ): Promise<ClaimType | undefined> {
    const claim = await viewClaim(registry, caller.signedIn, id);
    return claim && new ClaimType(claim);
  }

  @FieldResolver(() => ChallengeType, {
    nullable: true,
    description: 'What to do to prove it. Null once that is not needed, and for everybody but the claimant.',
  })
  async challenge(
    @Root() { claim }: ClaimType,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<ChallengeType | undefined> {
    const toMeet = await loaders.challenges.load(claim);
    return toMeet && new ChallengeType(toMeet, claim.accountId);
  }

  @FieldResolver(() => ProofType, {
    nullable: true,
    description:
      'What it was proven by, and when that is looked at again. Null where no machine has seen a proof.',
  })
  async proof(
    @Root() { claim }: ClaimType,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<ProofType | undefined> {
    const proof = await loaders.claimProofs.load(claim);
    return proof && new ProofType(proof, claim.accountId);
  }

  @FieldResolver(() => [EvidenceType], { description: 'What the claimant handed in, the oldest first.' })
  async evidence(@Root() { claim }: ClaimType, @Ctx() { loaders }: GraphqlContext): Promise<EvidenceType[]> {
    const evidence = await loaders.evidence.load(claim);
    return evidence.map((piece) => new EvidenceType(piece, claim.accountId));
  }

  @FieldResolver(() => ClaimantHistoryType, {
    nullable: true,
    description:
      'What became of everything that its claimant ever claimed. Null for everybody but moderators.',
  })
  async history(
    @Root() { claim }: ClaimType,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<ClaimantHistoryType | undefined> {
    const history = await loaders.histories.load(claim);
    return history && new ClaimantHistoryType(history);
  }

  @FieldResolver(() => WorkType, { nullable: true, description: 'The work, of a claim on one.' })
  async work(
    @Root() { claim }: ClaimType,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<WorkType | undefined> {
    const work = claim.kind === 'content' ? await loaders.worksOfClaims.load(claim.id) : undefined;
    return work && new WorkType(work);
  }

  @FieldResolver(() => Boolean, { description: 'Whether another account has proven to hold the place.' })
  isContested(@Root() { claim }: ClaimType, @Ctx() { loaders }: GraphqlContext): Promise<boolean> {
    return loaders.contested.load(claim);
  }

  @FieldResolver(() => Int, {
    description: `How many rows of the datasets lie in the place. Counted up to ${KNOWN_ENTRIES_LIMIT}, which stands for that many or more.`,
  })
  knownEntries(@Root() { claim }: ClaimType, @Ctx() { loaders }: GraphqlContext): Promise<number> {
    return loaders.knownEntries.load(claim);
  }
}
