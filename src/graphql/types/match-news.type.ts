import { Field, ObjectType } from 'type-graphql';
import type { MailLanguage } from '../../app/accounts/origin.js';
import type { MatchNews } from '../../app/ports/match-news.js';
import { MailLanguageEnum } from '../enums.js';
import type { Owned } from '../owned.js';
import { DateTimeScalar } from '../scalars.js';

@ObjectType('MatchNews', {
  description: 'How an account is told of new places at which its works were found.',
  simpleResolvers: true,
})
export class MatchNewsType implements Owned {
  constructor(
    readonly ownerId: string,
    private readonly news: Pick<MatchNews, 'mails' | 'language' | 'feedSince'>,
    /** Whether mails can be sent at all: there is a mail server, and the address is confirmed. */
    private readonly isMailable: boolean,
  ) {}

  @Field(() => Boolean, { description: 'Whether mails are wanted: at most one in a week.' })
  get mails(): boolean {
    return this.news.mails;
  }

  @Field(() => MailLanguageEnum, { nullable: true, description: 'In which language. Null: in every one.' })
  get language(): MailLanguage | undefined {
    return this.news.language;
  }

  @Field(() => Boolean, { description: 'Whether mails can be sent: here, and to a confirmed address.' })
  get canMail(): boolean {
    return this.isMailable;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when its feed has the address that it has. Null without one.',
  })
  get feedSince(): Date | undefined {
    return this.news.feedSince;
  }
}
