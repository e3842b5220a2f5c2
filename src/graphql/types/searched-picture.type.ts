import { bytesToHex } from '@noble/hashes/utils.js';
import { Field, Int, ObjectType } from 'type-graphql';
import type { SearchedPicture } from '../../app/catalogue/likeness/search-by-picture.js';

@ObjectType('SearchedPicture', {
  description: 'The picture that was searched by. It served this search and is not kept.',
  simpleResolvers: true,
})
export class SearchedPictureType {
  constructor(private readonly picture: SearchedPicture) {}

  @Field(() => String, { description: 'SHA-256 of the file, in hexadecimal digits.' })
  get sha256(): string {
    return this.picture.sha256;
  }

  @Field(() => Int, { description: 'Width in pixels, the way up that it is shown.' })
  get width(): number {
    return this.picture.from.width;
  }

  @Field(() => Int, { description: 'Height in pixels, the way up that it is shown.' })
  get height(): number {
    return this.picture.from.height;
  }

  @Field(() => String, { description: 'PDQ of the picture, in hexadecimal digits.' })
  get pdq(): string {
    return bytesToHex(this.picture.whole.hash);
  }

  @Field(() => Int, { description: 'Quality by PDQ, from 0 to 100.' })
  get quality(): number {
    return this.picture.whole.quality;
  }

  @Field(() => Boolean, {
    description: 'Whether it says too little for a machine to call another picture the same.',
  })
  get isPlain(): boolean {
    return this.picture.isPlain;
  }
}
