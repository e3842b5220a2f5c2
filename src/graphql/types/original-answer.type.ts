import { Field, ObjectType } from 'type-graphql';
import type { Preference } from '../../core/consent/preference.js';
import type { Use } from '../../core/consent/use.js';
import { PreferenceEnum, UseEnum } from '../enums.js';

@ObjectType('OriginalAnswer', {
  description: 'What a file says about one use.',
  simpleResolvers: true,
})
export class OriginalAnswerType {
  constructor(
    private readonly of: Use,
    private readonly said: Preference,
  ) {}

  @Field(() => UseEnum, { description: 'The use.' })
  get use(): Use {
    return this.of;
  }

  @Field(() => PreferenceEnum, { description: 'What it says.' })
  get preference(): Preference {
    return this.said;
  }
}
