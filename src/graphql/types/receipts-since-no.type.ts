import { Field, ObjectType } from 'type-graphql';
import type { ReceiptsSinceNo } from '../../app/ports/figures.js';
import { DateTimeScalar, LogIndexScalar } from '../scalars.js';

@ObjectType('ReceiptsSinceNo', {
  description:
    'Receipts of builders’ checks that the log dated since the account’s first no that still stands. What a receipt was for, only whoever has it can show.',
  simpleResolvers: true,
})
export class ReceiptsSinceNoType {
  constructor(private readonly counted: ReceiptsSinceNo) {}

  /** Place of that no in the log. */
  get logIndex(): bigint {
    return this.counted.logIndex;
  }

  @Field(() => DateTimeScalar, { description: 'When that no was said.' })
  get since(): Date {
    return this.counted.since;
  }

  @Field(() => LogIndexScalar, { description: 'How many receipts.' })
  get dated(): bigint {
    return this.counted.dated;
  }

  @Field(() => LogIndexScalar, {
    description: 'How many of them name the key of a builder who chose to be known.',
  })
  get named(): bigint {
    return this.counted.named;
  }
}
