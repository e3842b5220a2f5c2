import { Field, ObjectType } from 'type-graphql';
import type { FingerprintedCount } from '../../app/ports/fingerprints.js';
import { LogIndexScalar } from '../scalars.js';

@ObjectType('DatasetPictures', {
  description: 'How far a dataset’s pictures were looked at, so that they can be found by how they look.',
  simpleResolvers: true,
})
export class DatasetPicturesType {
  constructor(private readonly count: Pick<FingerprintedCount, 'read' | 'missed'>) {}

  @Field(() => LogIndexScalar, { description: 'How many rows have fingerprints.' })
  get read(): bigint {
    return this.count.read;
  }

  @Field(() => LogIndexScalar, { description: 'Of how many rows the picture was not to be had.' })
  get missed(): bigint {
    return this.count.missed;
  }
}
