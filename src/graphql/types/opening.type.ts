import { Field, ObjectType } from 'type-graphql';
import { committedOpening } from '../../app/consent/committed-opening.js';
import type { Opening } from '../../app/ports/log.js';
import { encodeBase64 } from '../../core/bytes/base64.js';
import { canonicalJson } from '../../core/json/canonical-json.js';

@ObjectType('Opening', {
  description:
    'What a statement says in readable words, and the salt by which anybody can check that its leaf commits to just this.',
  simpleResolvers: true,
})
export class OpeningType {
  constructor(private readonly stored: Opening) {}

  @Field(() => String, {
    description:
      'Canonical JSON (schema/opening.v1.json): the address exactly as its claimant wrote it, and the terms. SHA-256 over the salt and this text in UTF-8 is the member "opening" of the leaf.',
  })
  get text(): string {
    return canonicalJson(committedOpening(this.stored.opening));
  }

  @Field(() => String, { description: '32 random bytes in base64.' })
  get salt(): string {
    return encodeBase64(this.stored.salt);
  }
}
