import { Field, Int, ObjectType } from 'type-graphql';
import type { ConsentReport } from '../../app/consent/check-consent.js';
import { DateTimeScalar, LogIndexScalar } from '../scalars.js';
import { ConsentAnswerType } from './consent-answer.type.js';

@ObjectType('ConsentReport', {
  description: 'What the registry answers about many items, as of one moment.',
  simpleResolvers: true,
})
export class ConsentReportType {
  constructor(private readonly report: ConsentReport) {}

  @Field(() => [ConsentAnswerType], { description: 'One for each item, in order.' })
  get answers(): ConsentAnswerType[] {
    return this.report.answers.map((answer) => new ConsentAnswerType(answer));
  }

  @Field(() => DateTimeScalar, { description: 'The moment; it decides which statements have run out.' })
  get answeredAt(): Date {
    return this.report.answeredAt;
  }

  @Field(() => LogIndexScalar, { description: 'How many leaves the log held.' })
  get logSize(): bigint {
    return this.report.logSize;
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
