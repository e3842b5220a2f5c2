import { bytesToHex } from '@noble/hashes/utils.js';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { uuidOfLeaf } from '../../app/claims/claim-leaves.js';
import { DISPUTES_TOLD } from '../../app/disputes/describe-disputes.js';
import type { GraphqlContext } from '../context.js';
import { AnswerDisputeType } from '../types/answer-dispute.type.js';
import { DecidingStatementType, NotCountedStatementType } from '../types/statement-reason.type.js';
import { OrganisationType } from '../types/organisation.type.js';
import { StatementType } from '../types/statement.type.js';
import { WorkType } from '../types/work.type.js';

@Resolver(() => StatementType)
export class StatementResolver {
  @FieldResolver(() => Boolean, { description: 'Whether it was made by the account that asks.' })
  isMine(@Root() { view }: StatementType, @Ctx() { caller }: GraphqlContext): boolean {
    return caller.actor.kind === 'account' && view.statement.accountId === caller.actor.account.id;
  }

  @FieldResolver(() => OrganisationType, {
    nullable: true,
    description:
      'The organisation that said it for its members. Null of everything that nobody said for others.',
  })
  async organisation(
    @Root() { view: { statement } }: StatementType,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<OrganisationType | undefined> {
    if (statement.basis !== 'mandate') return undefined;
    const organisation = await loaders.organisationsBehind.load(statement.claimant);
    return organisation && new OrganisationType(organisation);
  }

  @FieldResolver(() => WorkType, {
    nullable: true,
    description: 'The work that it is about, for whoever said it. Null for everybody else, and of places.',
  })
  async work(
    @Root() { view: { statement } }: StatementType,
    @Ctx() { loaders, caller }: GraphqlContext,
  ): Promise<WorkType | undefined> {
    if (statement.kind !== 'content') return undefined;
    const work = await loaders.works.load(uuidOfLeaf(bytesToHex(statement.subjectDigest)));
    const isOwn = caller.actor.kind === 'account' && work?.accountId === caller.actor.account.id;
    return work && isOwn ? new WorkType(work) : undefined;
  }

  @FieldResolver(() => [AnswerDisputeType], {
    description: `The disputes that it is part of: open ones first, then closed, each newest first, at most ${DISPUTES_TOLD}.`,
  })
  async disputes(
    @Root() { view: { statement } }: StatementType,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<AnswerDisputeType[]> {
    const disputes = await loaders.disputes.load(statement);
    return disputes.map((dispute) => new AnswerDisputeType(dispute, statement));
  }

  @FieldResolver(() => String, {
    description:
      'Its leaf in the log: canonical JSON, whose bytes in UTF-8 are what is hashed. Holds nothing that is private.',
  })
  async leaf(@Root() { view }: StatementType, @Ctx() { loaders }: GraphqlContext): Promise<string> {
    const { leaf } = await loaders.leaves.load(view.statement.logIndex);
    return new TextDecoder().decode(leaf);
  }

  @FieldResolver(() => String, {
    description:
      'Proof that the log holds its leaf, as the text of a C2SP tlog-proof file, to be checked without a network.',
  })
  async proof(@Root() { view }: StatementType, @Ctx() { loaders }: GraphqlContext): Promise<string> {
    return loaders.proofs.load(await loaders.leaves.load(view.statement.logIndex));
  }
}

@Resolver(() => DecidingStatementType)
export class DecidingStatementResolver {
  @FieldResolver(() => StatementType, { description: 'The statement.' })
  async statement(
    @Root() { said }: DecidingStatementType,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<StatementType> {
    return new StatementType(await loaders.statements.load(said.id));
  }
}

@Resolver(() => NotCountedStatementType)
export class NotCountedStatementResolver {
  @FieldResolver(() => StatementType, { description: 'The statement.' })
  async statement(
    @Root() { said }: NotCountedStatementType,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<StatementType> {
    return new StatementType(await loaders.statements.load(said.id));
  }
}
