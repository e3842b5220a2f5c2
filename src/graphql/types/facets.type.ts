import { Field, Int, ObjectType } from 'type-graphql';
import type { SearchFacets } from '../../app/catalogue/search/search-facets.js';
import type { SizeClass } from '../../core/search/size-class.js';
import { SizeClassEnum } from '../enums.js';
import { LogIndexScalar } from '../scalars.js';
import { DatasetType } from './dataset.type.js';

@ObjectType('DatasetCount', {
  description: 'How many entries of a dataset were found.',
  simpleResolvers: true,
})
export class DatasetCountType {
  @Field(() => DatasetType, { description: 'The dataset.' })
  readonly dataset: DatasetType;

  @Field(() => LogIndexScalar, { description: 'How many.' })
  readonly count: bigint;

  constructor(dataset: DatasetType, count: number) {
    this.dataset = dataset;
    this.count = BigInt(count);
  }
}

@ObjectType('HostCount', { description: 'How many entries of a host were found.', simpleResolvers: true })
export class HostCountType {
  @Field(() => String, { description: 'The host.' })
  readonly host: string;

  @Field(() => LogIndexScalar, { description: 'How many.' })
  readonly count: bigint;

  constructor(host: string, count: number) {
    this.host = host;
    this.count = BigInt(count);
  }
}

@ObjectType('SizeCount', { description: 'How many entries of a size were found.', simpleResolvers: true })
export class SizeCountType {
  @Field(() => SizeClassEnum, { nullable: true, description: 'The size. Null where it is not known.' })
  readonly size: SizeClass | undefined;

  @Field(() => LogIndexScalar, { description: 'How many.' })
  readonly count: bigint;

  constructor(size: SizeClass | undefined, count: number) {
    this.size = size;
    this.count = BigInt(count);
  }
}

@ObjectType('ScoreCount', {
  description: 'How many entries with such a score were found.',
  simpleResolvers: true,
})
export class ScoreCountType {
  @Field(() => Int, {
    nullable: true,
    description: 'Scores from this number to below the next; 9 is up to 10. Null where there is no score.',
  })
  readonly from: number | undefined;

  @Field(() => LogIndexScalar, { description: 'How many.' })
  readonly count: bigint;

  constructor(from: number | undefined, count: number) {
    this.from = from;
    this.count = BigInt(count);
  }
}

@ObjectType('SearchFacets', {
  description: 'Counts over everything that a search found, or that a dataset holds.',
  simpleResolvers: true,
})
export class FacetsType {
  constructor(private readonly facets: SearchFacets) {}

  @Field(() => LogIndexScalar, { description: 'How many entries were found.' })
  get hits(): bigint {
    return BigInt(this.facets.hits);
  }

  @Field(() => Boolean, {
    description:
      'Whether the counts are estimates: a search found more than 10,000 entries of a dataset, or a dataset holds more than 50,000.',
  })
  get areEstimates(): boolean {
    return this.facets.areEstimates;
  }

  @Field(() => [DatasetCountType], { description: 'By dataset, the most first.' })
  get datasets(): DatasetCountType[] {
    return this.facets.datasets.map(
      ({ value, count }) => new DatasetCountType(new DatasetType(value), count),
    );
  }

  @Field(() => [HostCountType], { description: 'By host: the 20 with the most entries.' })
  get hosts(): HostCountType[] {
    return this.facets.hosts.map(({ value, count }) => new HostCountType(value, count));
  }

  @Field(() => [SizeCountType], { description: 'By size, the smallest first.' })
  get sizes(): SizeCountType[] {
    return this.facets.sizes.map(({ value, count }) => new SizeCountType(value, count));
  }

  @Field(() => [ScoreCountType], { description: 'By aesthetic score, the lowest first.' })
  get aesthetic(): ScoreCountType[] {
    return this.facets.aesthetic.map(({ value, count }) => new ScoreCountType(value, count));
  }
}
