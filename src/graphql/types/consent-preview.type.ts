import { Field, Int, ObjectType } from 'type-graphql';
import type { ConsentPreview, PreviewedDataset, Turn } from '../../app/consent/preview-consent.js';
import type { Answer } from '../../core/consent/decision.js';
import type { Use } from '../../core/consent/use.js';
import { DecisionValueEnum, UseEnum } from '../enums.js';
import { LogIndexScalar } from '../scalars.js';
import { DatasetType } from './dataset.type.js';

@ObjectType('PreviewedTurn', {
  description: 'How many entries would be answered otherwise about a use.',
  simpleResolvers: true,
})
export class PreviewedTurnType {
  constructor(private readonly turn: Turn) {}

  @Field(() => UseEnum, { description: 'The use.' })
  get use(): Use {
    return this.turn.use;
  }

  @Field(() => DecisionValueEnum, { description: 'What is answered now.' })
  get from(): Answer {
    return this.turn.from;
  }

  @Field(() => DecisionValueEnum, { description: 'What would be answered.' })
  get to(): Answer {
    return this.turn.to;
  }

  @Field(() => Int, { description: 'How many of the entries that were looked at.' })
  get entries(): number {
    return this.turn.entries;
  }
}

@ObjectType('PreviewedDataset', {
  description: 'What a change of answers would do in one dataset.',
  simpleResolvers: true,
})
export class PreviewedDatasetType {
  constructor(private readonly previewed: PreviewedDataset) {}

  @Field(() => DatasetType, { description: 'The dataset.' })
  get dataset(): DatasetType {
    return new DatasetType(this.previewed.dataset);
  }

  @Field(() => Int, { description: 'How many of its entries the change is about.' })
  get entries(): number {
    return this.previewed.entries;
  }

  @Field(() => Boolean, { description: 'Whether there are more: counting ended there.' })
  get isAtLeast(): boolean {
    return this.previewed.isAtLeast;
  }

  @Field(() => Int, {
    description:
      'On how many of them the turns rest. Where these are fewer than the entries, the turns are an estimate.',
  })
  get lookedAt(): number {
    return this.previewed.lookedAt;
  }

  @Field(() => [PreviewedTurnType], {
    description: 'What would be answered otherwise; none where everything stays as it is.',
  })
  get turns(): PreviewedTurnType[] {
    return this.previewed.turns.map((turn) => new PreviewedTurnType(turn));
  }

  @Field(() => [PreviewedTurnType], {
    nullable: true,
    description:
      'The same once you have shown that the work or place is yours. Null where every answer counts without that.',
  })
  get turnsOnceShown(): PreviewedTurnType[] | undefined {
    return this.previewed.turnsOnceShown?.map((turn) => new PreviewedTurnType(turn));
  }
}

@ObjectType('ConsentPreview', {
  description: 'What a change of answers would decide. Nothing of it is kept.',
  simpleResolvers: true,
})
export class ConsentPreviewType {
  constructor(private readonly preview: ConsentPreview) {}

  @Field(() => [PreviewedDatasetType], {
    description:
      'The datasets of this registry that it would reach, none where it reaches nothing that is known. Copies that nobody has found yet are not among them.',
  })
  get datasets(): PreviewedDatasetType[] {
    return this.preview.datasets.map((dataset) => new PreviewedDatasetType(dataset));
  }

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether every answer would count in full at once. Null of a withdrawal.',
  })
  get countsNow(): boolean | undefined {
    return this.preview.weight?.countsNow;
  }

  @Field(() => String, {
    description:
      'What would count, and what to do so that the rest does; of a withdrawal, what it does not do.',
  })
  get nextStep(): string {
    return (
      this.preview.weight?.nextStep ?? 'This stops future use only. What was trained before stays trained.'
    );
  }

  @Field(() => LogIndexScalar, { description: 'How many leaves the log held.' })
  get logSize(): bigint {
    return this.preview.logSize;
  }
}
