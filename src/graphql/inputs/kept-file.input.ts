import { Field, ID, InputType } from 'type-graphql';

@InputType('RemoveFileInput', { description: 'Deletes a file that you left with a claim.' })
export class RemoveFileInput {
  @Field(() => ID, { description: 'Id of the file.' })
  readonly id!: string;
}
