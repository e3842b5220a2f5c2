import { Field, InterfaceType } from 'type-graphql';
import type { Refusal, RefusalCode } from '../../app/refusal.js';
import { ErrorCodeEnum } from '../enums.js';

@InterfaceType('UserError', {
  description:
    'A refusal that a person can do something about. Everything else is in `errors` of the response.',
})
export abstract class UserError<Code extends RefusalCode = RefusalCode> {
  @Field(() => ErrorCodeEnum, { description: 'What was refused. Stable.' })
  readonly code: Code;

  @Field(() => String, { description: 'What happened, in one sentence.' })
  readonly message: string;

  @Field(() => String, { description: 'What to do about it.' })
  readonly nextStep: string;

  constructor({ code, message, nextStep }: Refusal<Code>) {
    this.code = code;
    this.message = message;
    this.nextStep = nextStep;
  }
}
