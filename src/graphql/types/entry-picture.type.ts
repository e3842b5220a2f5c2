import { bytesToHex } from '@noble/hashes/utils.js';
import { Field, Int, ObjectType } from 'type-graphql';
import { showsAnother } from '../../app/catalogue/entries/shows-another.js';
import type { Entry } from '../../app/ports/catalogue.js';
import type { PictureLook, PictureOrigin } from '../../app/ports/fingerprints.js';
import { PictureOriginEnum } from '../enums.js';
import { DateTimeScalar } from '../scalars.js';

@ObjectType('EntryPicture', {
  description: 'What this registry saw when it looked for the picture of an entry. It keeps no pictures.',
  simpleResolvers: true,
})
export class EntryPictureType {
  constructor(
    private readonly entry: Entry,
    private readonly look: PictureLook,
  ) {}

  @Field(() => DateTimeScalar, { description: 'When it looked.' })
  get lookedAt(): Date {
    return this.look.lookedAt;
  }

  @Field(() => PictureOriginEnum, { description: 'Where the picture was had from.' })
  get origin(): PictureOrigin {
    return this.look.origin;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Why there was none to be had: `status-404`, `robots`, `timed-out`. Null when it was read.',
  })
  get problem(): string | undefined {
    return this.look.problem;
  }

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the address shows another file now than the one that the dataset saw there. Null when that is not known.',
  })
  get isAnother(): boolean | undefined {
    return showsAnother(this.entry, this.look);
  }

  @Field(() => Int, { nullable: true, description: 'Width in pixels.' })
  get width(): number | undefined {
    return this.look.picture?.width;
  }

  @Field(() => Int, { nullable: true, description: 'Height in pixels.' })
  get height(): number | undefined {
    return this.look.picture?.height;
  }

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the file that was looked at, in hexadecimal digits.',
  })
  get sha256(): string | undefined {
    return this.look.picture && bytesToHex(this.look.picture.sha256);
  }

  @Field(() => String, { nullable: true, description: 'PDQ of the picture, in hexadecimal digits.' })
  get pdq(): string | undefined {
    return this.look.picture && bytesToHex(this.look.picture.whole.hash);
  }

  @Field(() => Int, {
    nullable: true,
    description: 'Quality by PDQ, from 0 to 100. Below 50 a picture is too plain to be matched by machine.',
  })
  get quality(): number | undefined {
    return this.look.picture?.whole.quality;
  }
}
