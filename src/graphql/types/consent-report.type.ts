import { Field, Int, ObjectType } from 'type-graphql';
import type { ConsentReport } from '../../app/consent/check-consent.js';
import { DateTimeScalar, LogIndexScalar } from '../scalars.js';
import { ConsentAnswerType } from './consent-answer.type.js';

@ObjectType('ConsentReport', {
  description: 'What the registry answers about many items, as of one size of the log and one moment.',
  simpleResolvers: true,
})
export class ConsentReportType {
  constructor(private readonly report: ConsentReport) {}

  @Field(() => [ConsentAnswerType], { description: 'One for each item, in order.' })
  get answers(): ConsentAnswerType[] {
    return this.report.answers.map((answer) => new ConsentAnswerType(answer));
  }

  @Field(() => LogIndexScalar, { description: 'How many leaves of the log were heard.' })
  get logSize(): bigint {
    return this.report.logSize;
  }

  @Field(() => DateTimeScalar, {
    description:
      'The moment that the answers speak of: what has run out by then is over. Now, unless another time was asked about.',
  })
  get moment(): Date {
    return this.report.moment;
  }

  @Field(() => DateTimeScalar, { description: 'When it was answered.' })
  get answeredAt(): Date {
    return this.report.answeredAt;
  }

  @Field(() => Int, { description: 'Version of the rules by which it was decided.' })
  get rulesVersion(): number {
    return this.report.rulesVersion;
  }

  @Field(() => Int, { description: 'Version of the rules by which addresses were made comparable.' })
  get canonicalUrlVersion(): number {
    return this.report.canonicalUrlVersion;
  }
}
