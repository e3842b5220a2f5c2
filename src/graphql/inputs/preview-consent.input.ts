import { Field, InputType } from 'type-graphql';
import { Sha256Scalar } from '../scalars.js';
import { AnswerCollectionInput } from './collection.inputs.js';
import { DeclareConsentInput } from './consent.inputs.js';

@InputType('PreviewConsentInput', {
  description: 'A change of answers, not made yet: exactly one of the three.',
})
export class PreviewConsentInput {
  @Field(() => DeclareConsentInput, { nullable: true, description: 'Answers that you would give.' })
  readonly declare?: DeclareConsentInput;

  @Field(() => Sha256Scalar, {
    nullable: true,
    description: 'Id of one of your statements, which you would withdraw.',
  })
  readonly withdraw?: Uint8Array;

  @Field(() => AnswerCollectionInput, {
    nullable: true,
    description: 'What you would say of the works of a collection; no answers withdraw what it says.',
  })
  readonly answerCollection?: AnswerCollectionInput;
}
