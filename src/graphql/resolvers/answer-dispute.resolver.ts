import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GraphqlContext } from '../context.js';
import { AnswerDisputeType } from '../types/answer-dispute.type.js';
import { StatementType } from '../types/statement.type.js';

@Resolver(() => AnswerDisputeType)
export class AnswerDisputeResolver {
  @FieldResolver(() => [StatementType], {
    description: 'The answers that stand, or stood, against each other.',
  })
  async statements(
    @Root() { dispute }: AnswerDisputeType,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<StatementType[]> {
    const views = await loaders.disputedStatements.load(dispute);
    return views.map((view) => new StatementType(view));
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Whether something that whoever says no has handed in waits for a moderator: until then the no does not lapse. For whoever says no, and for moderators; null for everybody else.',
  })
  awaitsModerator(
    @Root() { dispute }: AnswerDisputeType,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<boolean> {
    return loaders.awaitingModerator.load(dispute);
  }
}
