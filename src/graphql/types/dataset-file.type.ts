import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Ingestion } from '../../app/ports/catalogue.js';
import { DateTimeScalar, LogIndexScalar } from '../scalars.js';

@ObjectType('RejectedRows', {
  description: 'How many rows of a file were not taken, for one reason.',
  simpleResolvers: true,
})
export class RejectedRowsType {
  @Field(() => String, { description: 'Why: `empty`, `not-a-url`, `not-http` or `no-host`.' })
  readonly reason: string;

  @Field(() => Int, { description: 'How many.' })
  readonly rows: number;

  constructor(reason: string, rows: number) {
    this.reason = reason;
    this.rows = rows;
  }
}

@ObjectType('DatasetFile', { description: 'A file that brought rows of a dataset.', simpleResolvers: true })
export class DatasetFileType {
  constructor(private readonly ingestion: Ingestion) {}

  @Field(() => ID, { description: 'Its id.' })
  get id(): string {
    return this.ingestion.id;
  }

  @Field(() => String, { description: 'Its name, without the folder.' })
  get name(): string {
    return this.ingestion.fileName;
  }

  @Field(() => LogIndexScalar, { description: 'How many rows of it were read.' })
  get rowsRead(): bigint {
    return this.ingestion.rowsRead;
  }

  @Field(() => LogIndexScalar, { description: 'How many of them were new.' })
  get rowsAdded(): bigint {
    return this.ingestion.rowsAdded;
  }

  @Field(() => LogIndexScalar, { description: 'How many of them were held already.' })
  get rowsKnown(): bigint {
    return this.ingestion.rowsKnown;
  }

  @Field(() => [RejectedRowsType], { description: 'Those that are not held, by the reason.' })
  get rejected(): RejectedRowsType[] {
    return Object.entries(this.ingestion.rowsRejected).map(
      ([reason, rows]) => new RejectedRowsType(reason, rows),
    );
  }

  @Field(() => DateTimeScalar, { description: 'When reading it began.' })
  get startedAt(): Date {
    return this.ingestion.startedAt;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was read to its end. Null while it is being read, or where that was cut short.',
  })
  get finishedAt(): Date | undefined {
    return this.ingestion.finishedAt;
  }
}
