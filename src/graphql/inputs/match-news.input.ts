import { Field, InputType } from 'type-graphql';
import type { MailLanguage } from '../../app/accounts/origin.js';
import type { FeedChange } from '../../app/works/news/set-match-news.js';
import { FeedChangeEnum, MailLanguageEnum } from '../enums.js';

@InputType('SetMatchNewsInput', { description: 'Says how you are told of new places of your works.' })
export class SetMatchNewsInput {
  @Field(() => Boolean, { description: 'Whether by mail: at most one in a week, to a confirmed address.' })
  readonly mails!: boolean;

  @Field(() => MailLanguageEnum, {
    nullable: true,
    description: 'In which language. Left out, in every one.',
  })
  readonly language?: MailLanguage;

  @Field(() => FeedChangeEnum, { defaultValue: 'keep', description: 'What becomes of the feed.' })
  readonly feed!: FeedChange;
}
