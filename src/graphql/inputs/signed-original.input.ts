import { Field, ID, InputType } from 'type-graphql';

@InputType('RemoveSignedOriginalInput', {
  description: 'Deletes what was found in a signed file that you gave with a claim.',
})
export class RemoveSignedOriginalInput {
  @Field(() => ID, { description: 'Id of the finding.' })
  readonly id!: string;
}
