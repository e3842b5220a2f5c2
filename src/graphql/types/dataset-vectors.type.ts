import { Field, Int, ObjectType } from 'type-graphql';
import type { HeldEmbeddings } from '../../app/ports/embeddings.js';
import { LogIndexScalar } from '../scalars.js';

@ObjectType('DatasetVectors', {
  description: 'Vectors that one model made of what a dataset’s rows lead to.',
  simpleResolvers: true,
})
export class DatasetVectorsType {
  constructor(private readonly held: HeldEmbeddings) {}

  @Field(() => String, { description: 'Name of the model.' })
  get model(): string {
    return this.held.model.name;
  }

  @Field(() => String, { description: 'Its weights. Vectors of others do not compare.' })
  get revision(): string {
    return this.held.model.revision;
  }

  @Field(() => Int, { description: 'How many numbers a vector has.' })
  get dimensions(): number {
    return this.held.model.dimensions;
  }

  @Field(() => LogIndexScalar, { description: 'How many rows have one.' })
  get rows(): bigint {
    return this.held.vectorsHeld;
  }
}
