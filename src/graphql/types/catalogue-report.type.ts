import { Field, Int, ObjectType } from 'type-graphql';
import type {
  CatalogueReport,
  ReportCount,
  ReportedKind,
  ReportLine,
} from '../../app/catalogue/reports/report-on.js';
import { ReportedKindEnum } from '../enums.js';
import { DateTimeScalar, LogIndexScalar } from '../scalars.js';
import { DatasetType } from './dataset.type.js';
import { SearchedType } from './searched.type.js';

@ObjectType('ReportCount', { description: 'What a dataset has of a subject.', simpleResolvers: true })
export class ReportCountType {
  constructor(private readonly count: ReportCount) {}

  @Field(() => DatasetType, { description: 'The dataset.' })
  get dataset(): DatasetType {
    return new DatasetType(this.count.dataset);
  }

  @Field(() => LogIndexScalar, { description: 'How many of its rows.' })
  get rows(): bigint {
    return BigInt(this.count.rows);
  }

  @Field(() => LogIndexScalar, {
    description:
      'How many different pictures among them; where the bytes are not known, different addresses.',
  })
  get pictures(): bigint {
    return BigInt(this.count.pictures);
  }

  @Field(() => Boolean, { description: 'Whether both are estimates: more than 10,000 rows were found.' })
  get areEstimates(): boolean {
    return this.count.areEstimates;
  }
}

@ObjectType('ReportLine', {
  description: 'How often a name or a place stands in the datasets.',
  simpleResolvers: true,
})
export class ReportLineType {
  constructor(private readonly line: ReportLine) {}

  @Field(() => String, { description: 'The name or place, as it was asked for.' })
  get subject(): string {
    return this.line.subject;
  }

  @Field(() => ReportedKindEnum, { description: 'What it was taken for.' })
  get kind(): ReportedKind {
    return this.line.kind;
  }

  @Field(() => LogIndexScalar, { description: 'How many rows, in all datasets.' })
  get rows(): bigint {
    return BigInt(this.line.rows);
  }

  @Field(() => LogIndexScalar, {
    description: 'How many different pictures, dataset by dataset: one that is in two datasets counts twice.',
  })
  get pictures(): bigint {
    return BigInt(this.line.pictures);
  }

  @Field(() => Boolean, { description: 'Whether an estimate is among the counts.' })
  get areEstimates(): boolean {
    return this.line.areEstimates;
  }

  @Field(() => [ReportCountType], { description: 'The datasets that have any, the most first.' })
  get counts(): ReportCountType[] {
    return this.line.counts.map((count) => new ReportCountType(count));
  }

  @Field(() => Int, {
    description:
      'How many artists with an account here go by the name, or hold the site, and have proved a place. Who they are is not told.',
  })
  get artists(): number {
    return this.line.artists;
  }

  @Field(() => [ReportCountType], {
    description: 'What is at the places that these artists have proved, whatever its captions say.',
  })
  get claimed(): ReportCountType[] {
    return this.line.claimed.map((count) => new ReportCountType(count));
  }

  @Field(() => [ReportCountType], {
    description: 'What was found to be a work of these artists, by a machine that is sure or by a person.',
  })
  get matched(): ReportCountType[] {
    return this.line.matched.map((count) => new ReportCountType(count));
  }
}

@ObjectType('CatalogueReport', {
  description: 'How often names and places stand in the datasets that can be searched, on a day.',
  simpleResolvers: true,
})
export class CatalogueReportType {
  constructor(private readonly report: CatalogueReport) {}

  @Field(() => [ReportLineType], { description: 'In the order of the subjects.' })
  get lines(): ReportLineType[] {
    return this.report.lines.map((line) => new ReportLineType(line));
  }

  @Field(() => SearchedType, { description: 'What was looked through.' })
  get searched(): SearchedType {
    return new SearchedType(this.report.searched);
  }

  @Field(() => DateTimeScalar, { description: 'When it was counted.' })
  get askedAt(): Date {
    return this.report.askedAt;
  }
}
